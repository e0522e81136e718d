package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.EIA;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.point;
import static org.muscat.store.Days.values;
import static org.muscat.store.PublicationsTest.publication;

import java.nio.file.Path;
import java.time.Instant;
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
import org.muscat.spi.Observation;
import org.muscat.store.Pruning.Subject;

/** What goes, what stays, and that what stays is sound. */
@ParameterizedClass
@EnumSource(Kind.class)
class PruningTest {

  private static final String ONE = "1".repeat(64);

  @Parameter private Kind kind;

  private TestDatabase database;
  private Store store;

  @BeforeEach
  void open(@TempDir Path folder) {
    database = kind.fresh(folder);
    store = database.open();
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  @ParameterizedTest
  @MethodSource(Rounds.SEEDS)
  void shouldFindNothingWrongWithWhatItWrote(long seed) {
    RandomDeliveries.of(new Random(seed)).forEach(store::append);
    store.publications().append(List.of(publication("gulf", day(1), store.stamp(), ONE, null)));
    long fetch = store.fetches().begin("eia", "files", day(1));
    store.fetches().end(fetch, end(day(1), ""));
    store.vintageBreaks().add(List.of(new VintageBreak("eia", 3, "drop", BRENT, 10, 5, day(20))));

    StoreCheck check = store.check();

    assertThat(check.problems()).isEmpty();
    assertThat(check.rows())
        .containsEntry("delivery", store.stamp())
        .containsEntry("vintage", 8L)
        .containsEntry("fetch", 1L)
        .containsEntry("vintage_break", 1L)
        .doesNotContainKey("flyway_schema_history");
    assertThat(check.observations()).isPositive();
    assertThat(check.bytes().orElseThrow()).isGreaterThan(100_000);
  }

  @Test
  void shouldPruneWhatIsOldAndNothingElse() {
    store.append(delivery(2, point(1, 10)));
    store
        .publications()
        .append(
            List.of(
                publication("gulf", day(1), 1, ONE, null),
                publication("gulf", day(2), 1, ONE, null)));
    assertThat(store.pruning().floor(Subject.PUBLICATIONS)).isEmpty();
    assertThat(store.pruning().count(Subject.PUBLICATIONS, day(2))).isEqualTo(1);

    assertThat(store.pruning().prune(Subject.PUBLICATIONS, day(2), day(9))).isEqualTo(1);

    assertThat(store.publications().at("gulf", day(1))).isEmpty();
    assertThat(store.publications().at("gulf", day(2))).isPresent();
    assertThat(store.pruning().floor(Subject.PUBLICATIONS)).contains(day(2));
    assertThat(values(store, 3)).containsExactly(10);
    assertThat(store.check().problems()).isEmpty();
  }

  @Test
  void shouldNotLowerTheFloorAgain() {
    store.pruning().prune(Subject.PUBLICATIONS, day(5), day(9));

    store.pruning().prune(Subject.PUBLICATIONS, day(2), day(9));

    assertThat(store.pruning().floor(Subject.PUBLICATIONS)).contains(day(5));
  }

  @Test
  void shouldKeepTheFetchesThatBroughtSomethingAndThoseThatTellHowAFeedFares() {
    long brought = fetch("eia", 1, "", point(1, 10));
    long repeated = fetch("eia", 2, "", point(1, 10));
    long failed = fetch("eia", 3, "TIMEOUT");
    long last = fetch("eia", 4, "");
    long failing = fetch("eia", 5, "TIMEOUT");
    long young = fetch("eia", 6, "TIMEOUT");
    long other = fetch("fred", 1, "TIMEOUT");
    FetchHealth before = store.fetches().health("eia");
    assertThat(store.pruning().count(Subject.FETCHES, day(5.5))).isEqualTo(2);

    assertThat(store.pruning().prune(Subject.FETCHES, day(5.5), day(9))).isEqualTo(2);

    assertThat(ids("eia")).containsExactly(young, failing, last, brought);
    assertThat(ids("fred")).containsExactly(other);
    assertThat(List.of(repeated, failed)).doesNotContainAnyElementsOf(ids("eia"));
    assertThat(store.fetches().health("eia")).isEqualTo(before);
  }

  private List<Long> ids(String instance) {
    return store.fetches().newest(instance, 99).stream().map(FetchRecord::id).toList();
  }

  private long fetch(String instance, double day, String reason, Observation... observations) {
    long id = store.fetches().begin(instance, "files", day(day));
    if (observations.length > 0) {
      store.append(new Delivery(EIA, 1, day(day), List.of(observations), null, id));
    }
    store.fetches().end(id, end(day(day + 0.1), reason));
    return id;
  }

  private static FetchRecord.End end(Instant at, String reason) {
    return new FetchRecord.End(at, reason, reason, 0, 0, 0, 1, 10, null);
  }
}
