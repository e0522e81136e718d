package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.TALKS;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.everything;
import static org.muscat.store.Days.point;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.muscat.spi.Observation;

@ParameterizedClass
@EnumSource(Kind.class)
class HistoryTest {

  private static final List<SourceRanking> RANKINGS =
      List.of(
          SourceRanking.byName(),
          SourceRanking.of(List.of("fred")),
          SourceRanking.of(List.of("absent", "eia")));

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
  void shouldShowWhatTheStoreShowsAtAnyMoment(long seed) {
    Random random = new Random(seed);
    RandomDeliveries.of(random).forEach(store::append);

    for (SourceRanking ranking : RANKINGS) {
      History history =
          store.history(everything(BRENT, TALKS), ranking, day(RandomDeliveries.LAST));
      for (int i = 0; i < 150; i++) {
        Instant asOf = randomMoment(random);
        List<Inputs.Input> inputs = randomInputs(random);

        assertThat(told(history.view(asOf, inputs)))
            .as("%s of %s", inputs, ranking)
            .isEqualTo(told(store.view(asOf, inputs, ranking)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(Rounds.SEEDS)
  void shouldHoldNothingThatBecomesKnownAfterItsEnd(long seed) {
    Random random = new Random(seed);
    RandomDeliveries.of(random).forEach(store::append);
    Instant until = day(RandomDeliveries.DAYS);
    List<Inputs.Input> inputs = everything(BRENT, TALKS);
    SourceRanking ranking = SourceRanking.byName();

    History history = store.history(inputs, ranking, until);

    for (double asOf = -1; asOf <= RandomDeliveries.DAYS; asOf += 0.25) {
      assertThat(told(history.view(day(asOf), inputs)))
          .isEqualTo(told(store.view(day(asOf), inputs, ranking)));
    }
    assertThat(history.until()).isEqualTo(until);
  }

  @ParameterizedTest
  @MethodSource(Rounds.SEEDS)
  void shouldShowTheSameOfASeriesAmongMany(long seed) {
    Random random = new Random(seed);
    RandomDeliveries.of(random).forEach(store::append);
    List<Inputs.Input> few = everything(BRENT, TALKS);
    List<Inputs.Input> many = new ArrayList<>(few);
    for (int i = 0; i < 10; i++) {
      many.addAll(everything("test/none-" + i));
    }

    for (SourceRanking ranking : RANKINGS) {
      Instant until = day(RandomDeliveries.LAST);
      History history = store.history(many, ranking, until);

      assertThat(told(history.view(until, few)))
          .isEqualTo(told(store.history(few, ranking, until).view(until, few)))
          .isEqualTo(told(store.view(until, few, ranking)));
      assertThat(told(history.view(until, many))).isEqualTo(told(store.view(until, many, ranking)));
    }
  }

  @Test
  void shouldAnswerManyThreadsAtOnce() throws Exception {
    // More revisions than sheets are kept, so that threads replace each other's.
    for (int i = 0; i < 40; i++) {
      store.append(delivery(40 + i, point(i, 80 + i), point(i / 2.0 + 0.25, -i)));
    }
    List<Inputs.Input> inputs = everything(BRENT);
    SourceRanking ranking = SourceRanking.byName();
    History history = store.history(inputs, ranking, day(90));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int task = 0; task < 400; task++) {
        Instant asOf = day(38 + (task * 7) % 50);
        String expected = told(store.view(asOf, inputs, ranking)).toString();
        tasks.add(() -> told(history.view(asOf, inputs)).toString().equals(expected));
      }
      for (Future<Boolean> same : threads.invokeAll(tasks)) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void shouldNotSeeWhatIsAppendedLater() {
    store.append(delivery(2, point(1, 80)));
    History history = store.history(everything(BRENT), SourceRanking.byName(), day(9));

    store.append(delivery(3, point(1, 81), point(2, 82)));

    assertThat(history.view(day(9), everything(BRENT)).series(BRENT).values()).containsExactly(80);
  }

  @ParameterizedTest
  @MethodSource(Rounds.SEEDS)
  void shouldShowWhatANewHistoryShowsWhenRefreshed(long seed) {
    List<Inputs.Input> inputs = everything(BRENT, TALKS);
    Instant end = day(RandomDeliveries.LAST);
    History history = store.history(inputs, SourceRanking.byName(), end);
    Random random = new Random(seed);
    for (Delivery delivery : RandomDeliveries.of(random)) {
      store.append(delivery);

      history = store.refreshed(history, List.of());

      assertThat(history.stamp()).isEqualTo(store.stamp());
      for (int i = 0; i < 3; i++) {
        Instant asOf = randomMoment(random);
        assertThat(told(history.view(asOf, inputs)))
            .isEqualTo(told(store.view(asOf, inputs, SourceRanking.byName())));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(Rounds.SEEDS)
  void shouldShowFromAMomentOnWhatAWholeHistoryShows(long seed) {
    Random random = new Random(seed);
    List<Delivery> deliveries = RandomDeliveries.of(random);
    Instant end = day(RandomDeliveries.LAST);
    Instant since = randomMoment(random);
    SourceRanking ranking = SourceRanking.byName();
    History history = store.historySince(since, List.of(), ranking, end);
    for (Delivery delivery : deliveries) {
      store.append(delivery);
      List<Inputs.Input> inputs = randomInputs(random);

      history = store.refreshed(history, inputs);

      assertThat(history.since()).isEqualTo(since);
      assertThat(history.has(inputs)).isTrue();
      for (int i = 0; i < 3; i++) {
        Instant asOf = latest(since, randomMoment(random));
        Instant before = latest(since, randomMoment(random));
        assertThat(told(history.view(asOf, inputs)))
            .isEqualTo(told(store.view(asOf, inputs, ranking)));
        if (!before.isAfter(asOf)) {
          assertThat(told(history.restated(asOf, before, asOf, inputs)))
              .isEqualTo(
                  told(store.history(inputs, ranking, end).restated(asOf, before, asOf, inputs)));
        }
      }
    }
    assertThat(told(store.whole(history).view(day(1), everything(BRENT, TALKS))))
        .isEqualTo(told(store.view(day(1), everything(BRENT, TALKS), ranking)));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Test
  void shouldReadNoMoreThanItsLookBacksNeed() {
    store.append(delivery(1, point(-90, 1), point(-9, 2), point(0, 3)));
    SourceRanking ranking = SourceRanking.byName();

    History part = store.historySince(day(1), Days.back(BRENT, 10), ranking, day(9));

    assertThat(part.has(Days.back(BRENT, 10))).isTrue();
    assertThat(part.has(Days.back(BRENT, 11))).isFalse();
    assertThat(part.view(day(1), everything(BRENT)).series(BRENT).values()).containsExactly(2, 3);
    assertThat(
            store
                .refreshed(part, everything(BRENT))
                .view(day(1), everything(BRENT))
                .series(BRENT)
                .values())
        .containsExactly(1, 2, 3);
  }

  @Test
  void shouldRefuseAMomentBeforeItsBeginning() {
    History part = store.historySince(day(3), everything(BRENT), SourceRanking.byName(), day(9));

    assertThatThrownBy(() -> part.view(day(3).minusNanos(1), everything(BRENT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("since 2024-01-04T00:00:00Z is after as-of 2024-01-03T23:59:59.999999999Z");
  }

  @Test
  void shouldBecomeWholeAsOfTheSameDelivery() {
    store.append(delivery(1, point(-90, 1), point(0, 3)));
    History part = store.historySince(day(1), Days.back(BRENT, 10), SourceRanking.byName(), day(9));
    store.append(delivery(2, point(1, 4)));

    History whole = store.whole(part);

    assertThat(whole.stamp()).isEqualTo(part.stamp());
    assertThat(whole.view(day(3), everything(BRENT)).series(BRENT).values()).containsExactly(1, 3);
  }

  @Test
  void shouldShareWhatDidNotChangeWhenRefreshed() {
    store.append(delivery(2, point(1, 60), Observation.point(TALKS, day(1), 1)));
    History before = store.history(everything(BRENT, TALKS), SourceRanking.byName(), day(10));

    assertThat(store.refreshed(before, everything(TALKS))).isSameAs(before);

    store.append(delivery(3, Observation.point(TALKS, day(2), 1)));
    History after = store.refreshed(before, everything(TALKS));
    assertThat(after.series().get(BRENT)).isSameAs(before.series().get(BRENT));
    assertThat(after.series().get(TALKS)).isNotSameAs(before.series().get(TALKS));
  }

  @Test
  void shouldReadMoreSeriesWhenRefreshed() {
    store.append(delivery(2, point(1, 60), Observation.point(TALKS, day(1), 1)));
    History before = store.history(everything(BRENT), SourceRanking.byName(), day(10));

    History after = store.refreshed(before, everything(TALKS));

    assertThat(after.view(day(5), everything(TALKS)).series(TALKS).size()).isEqualTo(1);
    assertThat(after.series().get(BRENT)).isSameAs(before.series().get(BRENT));
  }

  @Test
  void shouldKeepTheLongerLookBackOfASeriesDeclaredTwice() {
    store.append(delivery(1, point(-9, 1), point(0, 2)));
    History history = store.history(Days.back(BRENT, 1), SourceRanking.byName(), day(9));
    List<Inputs.Input> twice =
        List.of(
            new Inputs.Input(BRENT, Duration.ofDays(30)),
            new Inputs.Input(BRENT, Duration.ofDays(2)));

    assertThat(history.view(day(1), twice).series(BRENT).values()).containsExactly(1, 2);
  }

  @Test
  void shouldShareThePointsOfItsViews() {
    store.append(delivery(3, point(1, 80), point(2, 81), point(3, 82)));
    store.append(delivery(4, point(1, 79)));
    History history = store.history(everything(TALKS, BRENT), SourceRanking.byName(), day(9));

    AsOfView before = history.view(day(3), everything(BRENT));
    AsOfView after = history.view(day(4), everything(BRENT));

    assertThat(after.series(BRENT).values()).containsExactly(79, 81, 82);
    assertThat(before.series(BRENT).values()).containsExactly(80, 81, 82);
  }

  @Test
  void shouldRefuseAMomentAfterItsEnd() {
    History history = store.history(everything(BRENT), SourceRanking.byName(), day(9));

    assertThat(history.view(day(9), everything(BRENT)).series(BRENT).isEmpty()).isTrue();
    assertThatThrownBy(() -> history.view(day(9).plusNanos(1), everything(BRENT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("as-of 2024-01-10T00:00:00.000000001Z is after until 2024-01-10T00:00:00Z");
  }

  @Test
  void shouldRefuseASeriesItWasNotReadFor() {
    History history = store.history(everything(BRENT), SourceRanking.byName(), day(9));

    assertThatThrownBy(() -> history.view(day(1), everything(TALKS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TALKS)
        .hasMessageContaining(BRENT);
  }

  private static Instant randomMoment(Random random) {
    double quarter = (random.nextInt(4 * RandomDeliveries.LAST + 4) - 4) / 4.0;
    return day(quarter).minusNanos(random.nextInt(3) * 500_000L);
  }

  private static List<Inputs.Input> randomInputs(Random random) {
    return List.of(
        new Inputs.Input(BRENT, Duration.ofHours(1 + random.nextInt(300))),
        random.nextBoolean()
            ? new Inputs.Input(TALKS, Inputs.WHOLE_HISTORY)
            : new Inputs.Input(TALKS, Duration.ofDays(1 + random.nextInt(9))));
  }

  /** All that a view of these two series tells. */
  static List<String> told(AsOfView view) {
    List<String> told = new ArrayList<>(List.of(view.asOf().toString()));
    for (String series : List.of(BRENT, TALKS)) {
      try {
        for (int i = 0; i < view.series(series).size(); i++) {
          told.add(
              view.series(series).name()
                  + view.series(series).time(i)
                  + Double.doubleToRawLongBits(view.series(series).value(i)));
        }
        view.events(series).forEach(event -> told.add(event.toString()));
        told.add(view.provenance(series).toString());
      } catch (IllegalArgumentException e) {
        told.add(series + " is not declared");
      }
    }
    return told;
  }
}
