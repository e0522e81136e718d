package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.EIA;
import static org.muscat.store.Days.TALKS;
import static org.muscat.store.Days.day;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.spi.Event;
import org.muscat.spi.Inputs;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.testkit.History;

/**
 * Views against a history in memory that keeps everything and drops nothing. Values are few, so
 * that they are often confirmed, revised and revised back.
 */
@ParameterizedClass
@EnumSource(Kind.class)
class ArrivalOrderTest {

  private static final int DAYS = 8;
  private static final Inputs INPUTS =
      Inputs.none().with(BRENT, Duration.ofDays(5)).with(TALKS, Inputs.WHOLE_HISTORY);

  @Parameter private Kind kind;

  private Path folder;

  @BeforeEach
  void nameTheFolder(@TempDir Path empty) {
    folder = empty;
  }

  /** Deliveries of anything, told with known-ats of their own. */
  @Nested
  class Imports {

    @ParameterizedTest
    @MethodSource(Rounds.SEEDS)
    void shouldShowWhatANaiveHistoryShows(long seed) {
      Random random = new Random(seed);
      List<Observation> all = shuffled(random, randomVersions(random, 0));

      checkAgainstHistory(all, inParts(random, all));
    }

    @ParameterizedTest
    @MethodSource(Rounds.SEEDS)
    void shouldNotDependOnTheOrderOfArrival(long seed) {
      Random random = new Random(seed);
      List<Observation> all = randomVersions(random, 0);

      assertThat(views(inParts(random, shuffled(random, all))))
          .isEqualTo(views(inParts(random, shuffled(random, all))));
    }
  }

  /** Fetches of stretches, known from their own moments, that arrive in any order. */
  @Nested
  class Fetches {

    @ParameterizedTest
    @MethodSource(Rounds.SEEDS)
    void shouldShowWhatANaiveHistoryShows(long seed) {
      Random random = new Random(seed);
      List<Delivery> fetches = shuffled(random, randomFetches(random));
      checkAgainstHistory(told(fetches), fetches);
    }

    @ParameterizedTest
    @MethodSource(Rounds.SEEDS)
    void shouldNotDependOnTheOrderOfArrival(long seed) {
      Random random = new Random(seed);
      List<Delivery> fetches = randomFetches(random);

      assertThat(views(fetches)).isEqualTo(views(shuffled(random, fetches)));
    }
  }

  /** Fetches and imports of what was known between them. */
  @Nested
  class Mixed {

    @ParameterizedTest
    @MethodSource(Rounds.SEEDS)
    void shouldShowWhatANaiveHistoryShows(long seed) {
      Random random = new Random(seed);
      List<Delivery> deliveries = new ArrayList<>(randomFetches(random));
      deliveries.addAll(inParts(random, shuffled(random, randomVersions(random, 0.25))));
      List<Delivery> arrived = shuffled(random, deliveries);

      checkAgainstHistory(told(arrived), arrived);
    }
  }

  /** Every observation with the known-at that the store gives it. */
  private static List<Observation> told(List<Delivery> deliveries) {
    return deliveries.stream()
        .flatMap(
            delivery ->
                delivery.observations().stream()
                    .map(
                        o ->
                            o.knownAt().isPresent()
                                ? o
                                : o.knownAt(delivery.recordedAt(), KnownBasis.FETCHED)))
        .toList();
  }

  private void checkAgainstHistory(List<Observation> all, List<Delivery> deliveries) {
    History history = new History().add(all);
    try (TestDatabase database = kind.fresh(folder);
        Store store = database.open()) {
      deliveries.forEach(store::append);

      for (double asOf = -1; asOf < 3 * DAYS; asOf += 0.5) {
        SeriesView expected = history.view(day(asOf), INPUTS);
        SeriesView actual = store.view(day(asOf), INPUTS.all(), SourceRanking.byName());
        for (String series : List.of(BRENT, TALKS)) {
          assertThat(text(actual.series(series)))
              .as("%s as of %s", series, day(asOf))
              .isEqualTo(text(expected.series(series)));
          assertThat(actual.events(series))
              .as("%s as of %s", series, day(asOf))
              .usingRecursiveFieldByFieldElementComparatorIgnoringFields("knownAt")
              .isEqualTo(expected.events(series));
        }
      }
    }
  }

  /** All that all views tell, with the known-at of events. */
  private List<String> views(List<Delivery> deliveries) {
    List<String> views = new ArrayList<>();
    try (TestDatabase database = kind.fresh(folder);
        Store store = database.open()) {
      deliveries.forEach(store::append);
      for (double asOf = -1; asOf < 3 * DAYS; asOf += 0.5) {
        AsOfView view = store.view(day(asOf), INPUTS.all(), SourceRanking.byName());
        for (String series : List.of(BRENT, TALKS)) {
          List<Event> events = view.events(series);
          views.add(text(view.series(series)) + events + view.provenance(series));
        }
      }
    }
    return views;
  }

  private static String text(Series series) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < series.size(); i++) {
      text.append(series.time(i)).append('=').append(series.value(i)).append(' ');
    }
    return text.toString();
  }

  private static List<Observation> randomVersions(Random random, double offset) {
    List<Observation> all = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (int i = 0; i < 250; i++) {
      int observed = random.nextInt(DAYS);
      int known = observed + random.nextInt(DAYS);
      int key = random.nextInt(4);
      if (told.add(observed + "/" + known + "/" + key)) {
        all.add(
            observation(random, observed, key).knownAt(day(known + offset), KnownBasis.PUBLISHED));
      }
    }
    return all;
  }

  /** Key 0 is a point of one series, 1 a point and the others events of the other. */
  private static Observation observation(Random random, int observed, int key) {
    double value = random.nextInt(2);
    if (key < 2) {
      return Observation.point(key == 0 ? BRENT : TALKS, day(observed), value);
    }
    Map<String, String> attributes = random.nextInt(4) == 0 ? Map.of("actor", "OMN") : Map.of();
    return Observation.event(TALKS, "e" + key, day(observed), "contact", value, attributes);
  }

  private static List<Delivery> randomFetches(Random random) {
    List<Delivery> fetches = new ArrayList<>();
    for (int recorded = 0; recorded < 2 * DAYS; recorded++) {
      List<Observation> observations = new ArrayList<>();
      int until = Math.min(DAYS, recorded + 1);
      int first = random.nextInt(until);
      int last = first + random.nextInt(until - first);
      for (int observed = first; observed <= last; observed++) {
        for (int key = 0; key < 4; key++) {
          if (random.nextInt(6) > 0) {
            observations.add(observation(random, observed, key));
          }
        }
      }
      fetches.add(new Delivery(EIA, 1, day(recorded), observations, null));
    }
    return fetches;
  }

  private static List<Delivery> inParts(Random random, List<Observation> all) {
    List<Delivery> deliveries = new ArrayList<>();
    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + 1 + random.nextInt(40));
      deliveries.add(new Delivery(EIA, 1, day(99), all.subList(from, to), null));
      from = to;
    }
    return deliveries;
  }

  private static <T> List<T> shuffled(Random random, List<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
