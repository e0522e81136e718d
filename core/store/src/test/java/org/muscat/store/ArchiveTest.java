package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.TALKS;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.everything;
import static org.muscat.store.Days.point;
import static org.muscat.store.HistoryTest.told;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@EnumSource(Kind.class)
class ArchiveTest {

  private static final Instant ALWAYS = Instant.MAX;

  @Parameter private Kind kind;

  private TestDatabase database;
  private TestDatabase another;
  private Store store;
  private Store other;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = kind.fresh(folder);
    another = kind.fresh(folder);
    store = database.open();
    other = another.open();
  }

  @AfterEach
  void close() {
    store.close();
    other.close();
    database.close();
    another.close();
  }

  @ParameterizedTest
  @MethodSource(Rounds.SEEDS)
  void shouldComeBackAsItWentOut(long seed) {
    Random random = new Random(seed);
    RandomDeliveries.of(random).forEach(store::append);
    List<StoredVersion> all = versions(store);

    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + 1 + random.nextInt(60));
      while (to < all.size() && isRevision(all.get(to - 1), all.get(to))) {
        to++;
      }
      other.archive().append(all.subList(from, to));
      from = to;
    }

    assertThat(views(other)).isEqualTo(views(store));
    assertThat(versions(other)).isEqualTo(all);
    assertThat(other.archive().append(all).stored()).isZero();
    assertThat(versions(other)).isEqualTo(all);
    assertThat(other.check().problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(Rounds.SEEDS)
  void shouldGiveTheLatestAsAViewDoes(long seed) {
    RandomDeliveries.of(new Random(seed)).stream()
        .filter(delivery -> delivery.source().equals("eia"))
        .forEach(store::append);

    for (double asOf = 0; asOf < RandomDeliveries.LAST; asOf += 0.5) {
      List<StoredVersion> latest = new ArrayList<>();
      store.archive().latest(BRENT, Instant.MIN, ALWAYS, day(asOf), latest::add);

      assertThat(latest.stream().mapToDouble(StoredVersion::value).toArray())
          .as("as of %s", day(asOf))
          .containsExactly(
              store
                  .view(day(asOf), everything(BRENT), SourceRanking.byName())
                  .series(BRENT)
                  .values());
    }
  }

  @Test
  void shouldLimitWhatIsObservedAndKnown() {
    store.append(delivery(9, point(1, 1, 10), point(2, 2, 20), point(2, 3, 21), point(3, 3, 30)));
    List<Double> values = new ArrayList<>();

    store.archive().versions(BRENT, day(2), day(2), day(2), one -> values.add(one.value()));

    assertThat(values).containsExactly(20.0);
  }

  @Test
  void shouldSayThatThereIsNoSuchSeries() {
    assertThatThrownBy(
            () -> store.archive().versions("no/such", Instant.MIN, ALWAYS, ALWAYS, one -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no series 'no/such'");
  }

  @Test
  void shouldRefuseWhatContradictsTheStore() {
    store.append(delivery(9, point(1, 1, 10)));
    other.append(delivery(9, point(1, 1, 11)));

    assertThatThrownBy(() -> other.archive().append(versions(store)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is both 11.0 and 10.0");
  }

  private static boolean isRevision(StoredVersion before, StoredVersion after) {
    return before.observedAt().equals(after.observedAt())
        && before.key().equals(after.key())
        && before.vintage() == after.vintage();
  }

  private static List<StoredVersion> versions(Store of) {
    List<StoredVersion> all = new ArrayList<>();
    for (String series : of.archive().series()) {
      of.archive().versions(series, Instant.MIN, ALWAYS, ALWAYS, all::add);
    }
    return all;
  }

  private static List<String> views(Store of) {
    List<String> views = new ArrayList<>();
    History history =
        of.history(
            everything(BRENT, TALKS),
            SourceRanking.of(List.of("fred")),
            day(RandomDeliveries.LAST));
    for (double asOf = -1; asOf < RandomDeliveries.LAST; asOf += 0.25) {
      views.addAll(told(history.view(day(asOf), everything(BRENT, TALKS))));
      views.addAll(told(of.view(day(asOf), everything(BRENT, TALKS), SourceRanking.byName())));
    }
    return views;
  }
}
