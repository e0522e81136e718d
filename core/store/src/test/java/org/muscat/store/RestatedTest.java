package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.EIA;
import static org.muscat.store.Days.TALKS;
import static org.muscat.store.Days.back;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.everything;
import static org.muscat.store.Days.point;
import static org.muscat.store.HistoryTest.told;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.Observation;
import org.muscat.spi.Series;

@ParameterizedClass
@EnumSource(Kind.class)
class RestatedTest {

  private static final List<Inputs.Input> INPUTS =
      List.of(
          new Inputs.Input(BRENT, Duration.ofDays(7)),
          new Inputs.Input(TALKS, Inputs.WHOLE_HISTORY));

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
  void shouldTellRevisionsFromNews() {
    store.append(delivery(1, point(0, 10), point(1, 11)));
    store.append(delivery(2, point(1, 12), point(2, 13)));

    assertThat(restated(1, 1, 1)).containsExactly(10, 11);
    assertThat(restated(1, 1, 2)).containsExactly(10, 12);
    assertThat(restated(2, 1, 1)).containsExactly(10, 11);
    assertThat(restated(2, 1, 2)).containsExactly(10, 12);
    assertThat(restated(2, 2, 2)).containsExactly(10, 12, 13);
  }

  @Test
  void shouldTreatWhatAppearsLateAsNews() {
    store.append(delivery(2, point(0, 10), point(2, 12)));
    store.append(delivery(3, point(1, 11), point(2, 13)));

    assertThat(restated(3, 2, 3)).containsExactly(10, 13);
  }

  @Test
  void shouldLookBackFromTheAsOfMoment() {
    store.append(delivery(4, point(1, 10), point(2, 11), point(3, 12), point(4, 13)));
    History history = history(everything(BRENT));

    AsOfView view = history.restated(day(5), day(4), day(4), back(BRENT, 3));

    assertThat(view.series(BRENT).values()).containsExactly(12, 13);
    assertThat(view.asOf()).isEqualTo(day(5));
  }

  @Test
  void shouldCutAnotherVintageAtTheNewestHeldObservation() {
    store.append(delivery(2, point(0, 10), point(2, 12)));
    store.append(
        new Delivery(EIA, 2, day(4), List.of(point(1, 21), point(2, 22), point(3, 23)), null));

    assertThat(restated(4, 2, 4)).containsExactly(21, 22);
    assertThat(restated(4, 2, 3)).containsExactly(10, 12);
  }

  @Test
  void shouldShowNothingWhereNothingWasHeld() {
    store.append(delivery(2, point(1, 10)));
    store.append(new Delivery(EIA, 2, day(3), List.of(point(1, 20)), null));

    assertThat(restated(3, 1, 3)).isEmpty();
    assertThat(
            history(everything(BRENT))
                .restated(day(3), day(1), day(3), everything(BRENT))
                .provenance(BRENT))
        .isEmpty();
  }

  @Test
  void shouldTreatWhatWasStillToHappenAsNews() {
    store.append(delivery(1, point(1, 10), point(3, 30)));

    assertThat(restated(4, 2, 4)).containsExactly(10);
    assertThat(restated(4, 3, 4)).containsExactly(10, 30);
  }

  @Test
  void shouldRestateEventsByKey() {
    store.append(delivery(1, talk("a", 0.1), talk("b", 0.2)));
    store.append(delivery(2, talk("a", 0.3), talk("c", 0.4)));

    AsOfView view = history(everything(TALKS)).restated(day(2), day(1), day(2), everything(TALKS));

    assertThat(view.events(TALKS)).extracting(Event::value).containsExactly(0.3, 0.2);
    assertThat(view.events(TALKS)).extracting(Event::knownAt).containsExactly(day(2), day(1));
  }

  @Test
  void shouldRefuseMomentsOutOfOrder() {
    History history = history(everything(BRENT));

    refuses(history, 1, 2, 3, "held-at 2024-01-03T00:00:00Z is after as-of 2024-01-02T00:00:00Z");
    refuses(history, 2, 2, 1, "held-at 2024-01-03T00:00:00Z is after known-at");
    refuses(history, 99, 2, 3, "is after until");
    refuses(history, 2, 2, 99, "known-at 2024-04-09T00:00:00Z is after until");
  }

  @ParameterizedTest
  @MethodSource(Rounds.SEEDS)
  void shouldBeWhatTheDefinitionSaysOfTwoViews(long seed) {
    Random random = new Random(seed);
    RandomDeliveries.of(random).forEach(store::append);
    SourceRanking ranking = SourceRanking.of(List.of(RandomDeliveries.SOURCES.get(1)));
    History history = store.history(INPUTS, ranking, day(RandomDeliveries.LAST));

    for (int i = 0; i < 150; i++) {
      double held = random.nextInt(4 * RandomDeliveries.LAST) / 4.0;
      double asOf = held + random.nextInt(1 + (int) (4 * (RandomDeliveries.LAST - held))) / 4.0;
      double known = held + random.nextInt(1 + (int) (4 * (RandomDeliveries.LAST - held))) / 4.0;
      AsOfView before = store.view(day(held), everything(BRENT, TALKS), ranking);
      AsOfView now = store.view(day(known), everything(BRENT, TALKS), ranking);

      AsOfView restated = history.restated(day(asOf), day(held), day(known), INPUTS);

      for (Inputs.Input input : INPUTS) {
        String series = input.series();
        assertThat(text(restated.series(series), restated.events(series)))
            .as("%s as of %s, held at %s, known at %s", series, asOf, held, known)
            .isEqualTo(expected(before, now, input, day(asOf)));
      }
      if (asOf == held && known == held) {
        assertThat(told(restated)).isEqualTo(told(store.view(day(asOf), INPUTS, ranking)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(Rounds.SEEDS)
  void shouldBeTheViewWhereAllMomentsAreOne(long seed) {
    RandomDeliveries.of(new Random(seed)).forEach(store::append);
    History history = history(INPUTS);

    for (double asOf = -1; asOf < RandomDeliveries.LAST; asOf += 0.25) {
      assertThat(told(history.restated(day(asOf), day(asOf), day(asOf), INPUTS)))
          .isEqualTo(told(store.view(day(asOf), INPUTS, SourceRanking.byName())));
    }
  }

  /** From two views: what of the later one the earlier one held. */
  private static List<String> expected(
      AsOfView before, AsOfView now, Inputs.Input input, Instant asOf) {
    String series = input.series();
    boolean same = origin(before, series).equals(origin(now, series));
    Set<String> held = identities(before, series);
    Instant newest =
        before.provenance(series).map(Provenance::newestObservedAt).orElse(Instant.MIN);
    List<String> expected = new ArrayList<>();
    Series points = now.series(series);
    for (int i = 0; i < points.size(); i++) {
      boolean kept = same ? held.contains(points.time(i) + "") : !points.time(i).isAfter(newest);
      if (kept && points.time(i).isAfter(asOf.minus(input.lookBack()))) {
        expected.add(points.time(i) + " " + points.value(i));
      }
    }
    for (Event event : now.events(series)) {
      boolean kept =
          same
              ? held.contains(event.observedAt() + event.key())
              : !event.observedAt().isAfter(newest);
      if (kept && event.observedAt().isAfter(asOf.minus(input.lookBack()))) {
        expected.add(event.toString());
      }
    }
    return expected;
  }

  private static String origin(AsOfView view, String series) {
    return view.provenance(series).map(p -> p.source() + p.vintage()).orElse("");
  }

  private static Set<String> identities(AsOfView view, String series) {
    Set<String> identities = new HashSet<>();
    for (int i = 0; i < view.series(series).size(); i++) {
      identities.add(view.series(series).time(i) + "");
    }
    view.events(series).forEach(event -> identities.add(event.observedAt() + event.key()));
    return identities;
  }

  private static List<String> text(Series points, List<Event> events) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      text.add(points.time(i) + " " + points.value(i));
    }
    events.forEach(event -> text.add(event.toString()));
    return text;
  }

  private static Observation talk(String key, double value) {
    return Observation.event(TALKS, key, day(0.5), "contact", value, Map.of());
  }

  private History history(List<Inputs.Input> inputs) {
    return store.history(inputs, SourceRanking.byName(), day(RandomDeliveries.LAST));
  }

  private double[] restated(double asOf, double heldAt, double knownAt) {
    return history(everything(BRENT))
        .restated(day(asOf), day(heldAt), day(knownAt), everything(BRENT))
        .series(BRENT)
        .values();
  }

  private static void refuses(
      History history, double asOf, double heldAt, double knownAt, String message) {
    assertThatThrownBy(
            () -> history.restated(day(asOf), day(heldAt), day(knownAt), everything(BRENT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
