package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.EIA;
import static org.muscat.store.Days.TALKS;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.everything;
import static org.muscat.store.Days.point;
import static org.muscat.store.SomeStates.GULF;
import static org.muscat.store.SomeStates.HASH;
import static org.muscat.store.SomeStates.PROGRAMS;
import static org.muscat.store.SomeStates.state;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From which of the stored states a fold may go on. */
@ParameterizedClass
@EnumSource(Kind.class)
class CheckpointTest {

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

  @Test
  void shouldGiveTheNewestAtOrBeforeAMoment() {
    store.append(delivery(1, point(1, 80)));
    store
        .indexStates()
        .append(List.of(state(2, 1, "a", "{2}"), state(4, 1, "b", "{4}"), state(5, 1, "c", null)));

    assertThat(checkpoint(9)).contains("{4}");
    assertThat(checkpoint(4)).contains("{4}");
    assertThat(checkpoint(3.9)).contains("{2}");
    assertThat(checkpoint(1)).isEmpty();
  }

  @Test
  void shouldBeDiscardedFromTheKnownAtOfALateObservationOn() {
    store.append(delivery(1, point(1, 80)));
    store
        .indexStates()
        .append(List.of(state(2, 1, "a", "{2}"), state(3, 1, "b", "{3}"), state(4, 1, "c", "{4}")));

    store.append(delivery(9, point(1, 3, 81)));

    assertThat(checkpoint(9)).contains("{2}");
    store.indexStates().append(List.of(state(3, 2, "b2", "{3b}")));
    assertThat(checkpoint(9)).contains("{3b}");
  }

  @Test
  void shouldStayWhenWhatComesIsKnownLater() {
    store.append(delivery(1, point(1, 80)));
    store.indexStates().append(List.of(state(2, 1, "a", "{2}")));

    store.append(delivery(3, point(1, 81), point(2, 82)));

    assertThat(checkpoint(9)).contains("{2}");
  }

  @Test
  void shouldStayWhenAnotherSeriesIsRevised() {
    store.append(delivery(1, point(1, 80)));
    store.indexStates().append(List.of(state(2, 1, "a", "{2}")));

    store.append(delivery(9, point(1, 1.5, 81)));

    assertThat(store.indexStates().latestCheckpoint(GULF, HASH, PROGRAMS, day(9), List.of(TALKS)))
        .isPresent();
    assertThat(store.indexStates().latestCheckpoint(GULF, HASH, PROGRAMS, day(9), List.of()))
        .isPresent();
    assertThat(
            store
                .indexStates()
                .latestCheckpoint(GULF, HASH, PROGRAMS, day(9), List.of(TALKS, BRENT)))
        .isEmpty();
  }

  @Test
  void shouldBeDiscardedByAnotherSourceOrVintage() {
    store.append(delivery(1, point(1, 80)));
    store.indexStates().append(List.of(state(2, 1, "a", "{2}"), state(3, 1, "b", "{3}")));

    store.append(new Delivery("fred", 1, day(9), List.of(point(1, 3, 70)), null));
    assertThat(checkpoint(9)).contains("{2}");

    store.append(new Delivery(EIA, 2, day(9), List.of(point(1, 2, 70)), null));
    assertThat(checkpoint(9)).isEmpty();
  }

  @Test
  void shouldStayWhenADeliverySaysNothingNew() {
    store.append(delivery(1, point(1, 80)));
    store.indexStates().append(List.of(state(3, 1, "a", "{3}")));

    store.append(delivery(2, point(1, 80)));

    assertThat(checkpoint(9)).contains("{3}");
  }

  @Test
  void shouldBeUsedAgainWhenItCameOutTheSame() {
    store.append(delivery(1, point(1, 80)));
    store.indexStates().append(List.of(state(3, 1, "a", "{3}")));
    store.append(delivery(9, point(1, 2, 81)));
    assertThat(checkpoint(9)).isEmpty();

    AppendedStates same = store.indexStates().append(List.of(state(3, store.stamp(), "a", "{3}")));

    assertThat(same).isEqualTo(new AppendedStates(0, 1));
    assertThat(checkpoint(9)).contains("{3}");
  }

  @Test
  void shouldStayWhenABackFillThatEndsElsewhereKeepsNone() {
    store.append(delivery(1, point(1, 80)));
    store.indexStates().append(List.of(state(2, 1, "a", "{2}"), state(3, 1, "b", null)));

    AppendedStates elsewhere =
        store.indexStates().append(List.of(state(2, 1, "a", null), state(3, 1, "b", "{3}")));

    assertThat(elsewhere).isEqualTo(new AppendedStates(0, 2));
    assertThat(checkpoint(9)).contains("{2}");
  }

  @Test
  void shouldNotComeBackWithAStateThatCameOutTheSameWithoutOne() {
    store.append(delivery(1, point(1, 80)));
    store.indexStates().append(List.of(state(3, 1, "a", "{3}")));
    store.append(delivery(9, point(1, 2, 81)));

    store.indexStates().append(List.of(state(3, store.stamp(), "a", null)));

    assertThat(checkpoint(9)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldBeWhatTheDefinitionSays(long seed) throws SQLException {
    Random random = new Random(seed);
    Map<Double, StoredState> newest = new TreeMap<>(Comparator.reverseOrder());
    Map<Double, Long> read = new TreeMap<>();
    for (Delivery delivery : RandomDeliveries.of(random)) {
      store.append(delivery);
      for (int i = random.nextInt(4); i > 0; i--) {
        double asOf = random.nextInt(4 * RandomDeliveries.LAST) / 4.0;
        StoredState state = state(asOf, store.stamp(), "d" + random.nextInt(2), "{" + asOf + "}");
        store.indexStates().append(List.of(state));
        read.put(asOf, store.stamp());
        newest.put(asOf, state);
      }
      List<String> series = random.nextBoolean() ? List.of(BRENT) : List.of(BRENT, TALKS);
      double until = random.nextInt(RandomDeliveries.LAST);
      Optional<String> expected = Optional.empty();
      for (Map.Entry<Double, StoredState> entry : newest.entrySet()) {
        if (expected.isEmpty()
            && entry.getKey() <= until
            && spoilers(series, read.get(entry.getKey()), entry.getKey()) == 0) {
          expected = Optional.ofNullable(entry.getValue().checkpoint());
        }
      }
      assertThat(
              store
                  .indexStates()
                  .latestCheckpoint(GULF, HASH, PROGRAMS, day(until), series)
                  .map(StoredState::checkpoint))
          .isEqualTo(expected);
    }
  }

  @Test
  void shouldTellWhenASeriesWasFirstKnown() {
    store.append(delivery(5, point(1, 80)));
    store.append(new Delivery("fred", 1, day(9), List.of(point(1, 3, 70)), null));

    assertThat(store.earliestKnown(List.of(TALKS, BRENT), day(9))).contains(day(3));
    assertThat(store.earliestKnown(List.of(BRENT), day(3))).contains(day(3));
    assertThat(store.earliestKnown(List.of(BRENT), day(2.9))).isEmpty();
    assertThat(store.earliestKnown(List.of(TALKS), day(9))).isEmpty();
    assertThat(store.earliestKnown(List.of(), day(9))).isEmpty();
  }

  @Test
  void shouldTellFromWhenOnWhatCameLaterCouldBeKnown() {
    store.append(delivery(5, point(1, 80)));
    long stamp = store.stamp();
    assertThat(store.earliestKnownSince(stamp, List.of(BRENT))).isEmpty();

    store.append(delivery(9, point(2, 4, 81), point(1, 3, 82)));

    assertThat(store.earliestKnownSince(stamp, List.of(TALKS, BRENT))).contains(day(3));
    assertThat(store.earliestKnownSince(stamp, List.of(TALKS))).isEmpty();
    assertThat(store.earliestKnownSince(store.stamp(), List.of(BRENT))).isEmpty();
  }

  @Test
  void shouldStampAHistoryWithTheNewestDeliveryItRead() {
    store.append(delivery(5, point(1, 80)));
    History history = store.history(everything(BRENT), SourceRanking.byName(), day(9));
    store.append(delivery(6, point(1, 81)));

    assertThat(history.stamp()).isEqualTo(1);
    assertThat(store.stamp()).isEqualTo(2);
  }

  private long spoilers(List<String> series, long stamp, double asOf) throws SQLException {
    List<String> quoted = new ArrayList<>();
    series.forEach(name -> quoted.add("'" + name + "'"));
    return database.number(
        "select count(*) from observation o join vintage v on v.id = o.vintage where v.series in ("
            + String.join(",", quoted)
            + ") and o.delivery > "
            + stamp
            + " and o.known <= "
            + day(asOf).toEpochMilli());
  }

  private Optional<String> checkpoint(double atOrBefore) {
    return store
        .indexStates()
        .latestCheckpoint(GULF, HASH, PROGRAMS, day(atOrBefore), List.of(BRENT))
        .map(StoredState::checkpoint);
  }
}
