package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.muscat.spi.Inputs;

/** The store as it was when a delivery was the newest. */
@ParameterizedClass
@EnumSource(Kind.class)
class HistoryAtTest {

  private static final Instant END = day(RandomDeliveries.LAST + 1);
  private static final List<Inputs.Input> INPUTS = everything(BRENT, TALKS);
  private static final List<SourceRanking> RANKINGS =
      List.of(SourceRanking.byName(), SourceRanking.of(List.of("fred")));

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
  void shouldShowWhatAStoreOfTheFirstDeliveriesShows(long seed, @TempDir Path folder) {
    List<Delivery> deliveries = RandomDeliveries.of(new Random(seed));
    List<List<String>> then = new ArrayList<>();
    List<Long> stamps = new ArrayList<>();
    try (TestDatabase empty = kind.fresh(folder);
        Store growing = empty.open()) {
      for (Delivery delivery : deliveries) {
        growing.append(delivery);
        stamps.add(growing.stamp());
        then.add(all(growing.history(INPUTS, RANKINGS.get(0), END)));
        then.add(all(growing.history(INPUTS, RANKINGS.get(1), END)));
      }
    }
    deliveries.forEach(store::append);

    for (int i = 0; i < stamps.size(); i++) {
      long stamp = stamps.get(i);
      for (int ranking = 0; ranking < RANKINGS.size(); ranking++) {
        History history = store.historyAt(stamp, INPUTS, RANKINGS.get(ranking), END);

        assertThat(history.stamp()).isEqualTo(stamp);
        assertThat(all(history)).as("stamp %s", stamp).isEqualTo(then.get(2 * i + ranking));
      }
    }
  }

  @Test
  void shouldNotSeeARevisionThatCameLaterButWasKnownBefore() {
    store.append(delivery(5, point(1, 2, 80)));
    long stamp = store.stamp();

    store.append(delivery(6, point(1, 3, 81)));

    assertThat(brent(store.history(INPUTS, RANKINGS.get(0), END))).containsExactly(81);
    assertThat(brent(store.historyAt(stamp, INPUTS, RANKINGS.get(0), END))).containsExactly(80);
  }

  @Test
  void shouldChooseTheVintageThatWasKnownThen() {
    store.append(delivery(5, point(1, 2, 80)));
    store.append(new Delivery(Days.EIA, 2, day(6), List.of(point(1, 5, 90)), null));
    long stamp = store.stamp();

    store.append(new Delivery(Days.EIA, 2, day(7), List.of(point(1, 2, 91)), null));

    History then = store.historyAt(stamp, INPUTS, RANKINGS.get(0), END);
    History now = store.history(INPUTS, RANKINGS.get(0), END);
    assertThat(then.view(day(3), INPUTS).series(BRENT).values()).containsExactly(80);
    assertThat(now.view(day(3), INPUTS).series(BRENT).values()).containsExactly(91);
    assertThat(then.earliestKnown(List.of(BRENT), END)).contains(day(2));
  }

  @Test
  void shouldStayAsItWasWhenItIsRefreshedWithMoreSeries() {
    store.append(delivery(5, point(1, 2, 80)));
    long stamp = store.stamp();
    store.append(delivery(6, point(1, 3, 81)));
    History history = store.historyAt(stamp, everything(TALKS), RANKINGS.get(0), END);

    History more = store.refreshed(history, INPUTS);

    assertThat(more.stamp()).isEqualTo(stamp);
    assertThat(brent(more)).containsExactly(80);
    assertThat(store.refreshed(more, INPUTS)).isSameAs(more);
  }

  @Test
  void shouldNotSuspectWhatWasSuspectedLater() {
    store.append(delivery(5, point(1, 2, 80)));
    long stamp = store.stamp();

    store.vintageBreaks().add(List.of(new VintageBreak(Days.EIA, 2, "drop", BRENT, 10, 5, day(6))));

    History then = store.historyAt(stamp, INPUTS, RANKINGS.get(0), END);
    History now = store.history(INPUTS, RANKINGS.get(0), END);
    assertThat(now.view(day(9), INPUTS).suspicion(BRENT)).isPresent();
    assertThat(then.view(day(9), INPUTS).suspicion(BRENT)).isEmpty();
  }

  @Test
  void shouldBeEmptyBeforeTheFirstDelivery() {
    store.append(delivery(5, point(1, 2, 80)));

    assertThat(brent(store.historyAt(0, INPUTS, RANKINGS.get(0), END))).isEmpty();
  }

  private static double[] brent(History history) {
    return history.view(day(9), INPUTS).series(BRENT).values();
  }

  /** Points, events and provenance at every quarter of a day. */
  private static List<String> all(History history) {
    List<String> all = new ArrayList<>();
    for (double asOf = -1; asOf <= RandomDeliveries.LAST; asOf += 0.25) {
      all.addAll(told(history.view(day(asOf), INPUTS)));
      all.add(history.earliestKnown(List.of(BRENT, TALKS), day(asOf)).toString());
    }
    return all;
  }
}
