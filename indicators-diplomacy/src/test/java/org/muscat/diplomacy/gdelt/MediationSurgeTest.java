package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;

class MediationSurgeTest {

  private static final MediationSurgeProvider PROVIDER = new MediationSurgeProvider();
  private static final MediationSurgeConfig CONFIG =
      new MediationSurgeConfig(List.of("USA", "IRN"), List.of("OMN"));

  /** 2 and 3 events a day are 35 a week; 49 are 14 more. */
  @Test
  void shouldScoreAWeekAgainstTheUsualOne() {
    Measured reading = measured(news(800, ago -> ago <= 7 ? 4 : 2));

    assertThat(reading.value()).isCloseTo(14 / Math.sqrt(35), within(.3));
    assertThat(reading.caveat()).isEmpty();
    assertThat(reading.facts()).containsEntry("baseline-days", "730");
  }

  @Test
  void shouldScoreAUsualWeekWithNought() {
    assertThat(measured(news(800, ago -> 2)).value()).isCloseTo(0, within(1e-9));
  }

  /** More than 1.35 times the usual is not learnt, for however long it lasts. */
  @Test
  void shouldNotLearnFromASurge() {
    Measured reading = measured(news(800, ago -> ago <= 200 ? 12 : 2));

    assertThat(reading.value()).isGreaterThan(10);
    assertThat(reading.facts()).containsKey("frozen-since");
  }

  @Test
  void shouldRefuseAYoungBaselineAndSayWhenItIsNotWhole() {
    assertThat(read(news(100, ago -> 2))).isInstanceOf(NoData.class);
    assertThat(measured(news(300, ago -> 2)).caveat()).isPresent();
  }

  @Test
  void shouldNameThePairsThatTheFeedDoesNotCount() {
    History history = new News().daily("dyads/usa-omn/events", 800, ago -> 2).history();

    assertThat(read(history)).isEqualTo(new NoData("no day is known of dyads/irn-omn/events"));
  }

  /** A pair that is unknown on a day is no pair without events. */
  @Test
  void shouldCountADayOnlyIfAllPairsAreKnown() {
    History history =
        new News()
            .daily("dyads/usa-omn/events", 800, ago -> 2)
            .daily("dyads/irn-omn/events", 800, ago -> 3)
            .history();
    History lacking = new History();
    history.observations().stream()
        .filter(
            one ->
                !one.series().equals("dyads/irn-omn/events")
                    || one.observedAt().isBefore(News.NOW.minus(Duration.ofDays(3))))
        .forEach(lacking::add);

    Measured reading = measured(lacking);

    assertThat(reading.value()).isCloseTo(0, within(1e-9));
    assertThat(reading.observedAt()).isEqualTo("2021-12-29T00:00:00Z");
  }

  @Test
  void shouldRefuseInAnOutage() {
    History history = news(800, ago -> 2);

    assertThat(history.read(PROVIDER, CONFIG, News.NOW.plus(Duration.ofDays(3))))
        .isInstanceOf(Measured.class);
    assertThat(history.read(PROVIDER, CONFIG, News.NOW.plus(Duration.ofDays(4))))
        .isInstanceOf(NoData.class);
  }

  @Test
  void shouldNotLookAhead() {
    History history = news(800, ago -> 2);
    Reading before = read(history);

    history.add(
        new News()
            .daily("dyads/usa-omn/events", 1, ago -> 99).observations().stream()
                .map(one -> one.knownAt(News.NOW.plusSeconds(1), one.knownBasis()))
                .toList());

    assertThat(read(history)).isEqualTo(before);
  }

  private static History news(int days, IntToDoubleFunction withUsa) {
    return new News()
        .daily("dyads/usa-omn/events", days, withUsa)
        .daily("dyads/irn-omn/events", days, ago -> 3)
        .history();
  }

  private static Reading read(History history) {
    return history.read(PROVIDER, CONFIG, News.NOW);
  }

  private static Measured measured(History history) {
    Reading reading = read(history);
    assertThat(reading).isInstanceOf(Measured.class);
    return (Measured) reading;
  }
}
