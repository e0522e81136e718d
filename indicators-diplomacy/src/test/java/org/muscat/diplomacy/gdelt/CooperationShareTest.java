package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

class CooperationShareTest {

  private static final Instant NOW = Recorded.day("2022-01-01");
  private static final CooperationShareProvider PROVIDER = new CooperationShareProvider();
  private static final GdeltWindowConfig WEEK =
      new GdeltWindowConfig(List.of("USA", "IRN"), Duration.ofDays(7), .5);

  @Test
  void shouldShrinkTheShareOfTheWindowTowardsTheUsualOne() {
    History history =
        usual(740, 10, 6).add(events(Map.of("root-04", 3, "root-09", 1, "root-10", 6)));

    Measured reading = measured(history);

    assertThat(reading.value()).isCloseTo((4 + 20 * .6) / (10 + 20), within(1e-12));
    assertThat(reading.facts()).containsEntry("usual-share", "0.600");
    assertThat(reading.caveat()).isEmpty();
  }

  @Test
  void shouldSayTheUsualShareWhenNothingIsReported() {
    assertThat(measured(usual(740, 10, 6)).value()).isCloseTo(.6, within(1e-12));
  }

  /** The usual share is that of the years before, and does not learn the week that it judges. */
  @Test
  void shouldNotTakeTheWindowItselfForTheUsual() {
    News news = new News();
    news.daily("dyads/usa-irn/events", 740, 10);
    news.daily("dyads/usa-irn/cooperation", 740, ago -> ago <= 7 ? 0 : 6);

    assertThat(measured(silence().add(news.observations())).value()).isCloseTo(.6, within(1e-12));
  }

  @Test
  void shouldNeedNinetyDaysOfThePastAndSayWhenItHasNotTwoYears() {
    assertThat(usual(96, 10, 6).read(PROVIDER, WEEK, NOW)).isInstanceOf(NoData.class);

    assertThat(measured(usual(97, 10, 6)).caveat())
        .contains("the usual share rests on 90 of 730 days");
  }

  /**
   * The newest file may be three days old: the two years lie before the window that ends with it.
   */
  @Test
  void shouldSeeTheWholePastWhenTheNewestFileIsOld() {
    News news = new News();
    news.daily("dyads/usa-irn/events", 740, ago -> ago == 737 ? 9_000 : 10);
    news.daily("dyads/usa-irn/cooperation", 740, 6);
    History history = silence().add(news.observations());
    double fresh = measured(history).value();

    Reading late = history.read(PROVIDER, WEEK, NOW.plus(Duration.ofHours(60)));

    assertThat(((Measured) late).value()).isEqualTo(fresh);
  }

  @Test
  void shouldRefuseAPastWithoutEvents() {
    assertThat(usual(740, 0, 0).read(PROVIDER, WEEK, NOW)).isInstanceOf(NoData.class);
  }

  @Test
  void shouldRefuseAnOutageAndNeverReadItAsCalm() {
    News news = past(740, 10, 6);
    Reading half = FileDays.silence(NOW, 336).add(news.observations()).read(PROVIDER, WEEK, NOW);
    Reading less = FileDays.silence(NOW, 335).add(news.observations()).read(PROVIDER, WEEK, NOW);

    assertThat(((Measured) half).caveat())
        .contains("336 of 672 GDELT files of the window were read");
    assertThat(less).isInstanceOf(NoData.class);
  }

  @Test
  void shouldRiseWithCooperationAndFallWithConflict() {
    History history = usual(740, 10, 6);
    double before = measured(history).value();

    double more = measured(history.add(events(Map.of("root-05", 5)))).value();
    double less = measured(history.add(events(Map.of("root-19", 50)))).value();

    assertThat(more).isBetween(before, 1.0);
    assertThat(less).isBetween(0.0, before);
  }

  @Test
  void shouldNotLookAhead() {
    History history = usual(740, 10, 6).add(events(Map.of("root-04", 3)));
    Reading before = history.read(PROVIDER, WEEK, NOW.minus(Duration.ofHours(1)));

    history.add(
        FileDays.file("2021-12-31T23:00:00Z", "2021-12-31", 1, 0, Map.of("root-19", 99)),
        FileDays.rolledUp("2021-12-31", 96, Map.of("root-19", 99)));

    assertThat(history.read(PROVIDER, WEEK, NOW.minus(Duration.ofHours(1)))).isEqualTo(before);
  }

  @Test
  void shouldCountADayThatWasRolledUpAsItWas() {
    History history =
        usual(740, 10, 6)
            .add(FileDays.file("2021-12-30T10:00:00Z", "2021-12-30", 1, 0, Map.of("root-19", 1)))
            .add(FileDays.file("2021-12-30T10:15:00Z", "2021-12-30", 1, 0, Map.of("root-19", 1)));
    double twice = measured(history).value();

    double once =
        measured(history.add(FileDays.rolledUp("2021-12-30", 96, Map.of("root-19", 1)))).value();

    assertThat(twice).isCloseTo(12 / 22.0, within(1e-12));
    assertThat(once).isCloseTo(12 / 21.0, within(1e-12));
  }

  /** A day that was rolled up from a part of the files says less than all of them do. */
  @Test
  void shouldNotTakeADayThatWasRolledUpFromFewerFilesThanAreKnown() {
    History history =
        usual(740, 10, 6)
            .add(FileDays.file("2021-12-30T10:00:00Z", "2021-12-30", 1, 0, Map.of("root-19", 5)))
            .add(FileDays.rolledUp("2021-12-30", 95, Map.of("root-19", 1)));

    assertThat(measured(history).value()).isCloseTo(12 / 25.0, within(1e-12));
  }

  private static History usual(int days, double events, double cooperation) {
    return silence().add(past(days, events, cooperation).observations());
  }

  private static News past(int days, double events, double cooperation) {
    return new News()
        .daily("dyads/usa-irn/events", days, events)
        .daily("dyads/usa-irn/cooperation", days, cooperation);
  }

  private static History silence() {
    return FileDays.silence(NOW, 672);
  }

  private static Observation events(Map<String, Integer> roots) {
    return FileDays.file("2021-12-31T10:00:00Z", "2021-12-31", 1, 0, roots);
  }

  private static Measured measured(History history) {
    Reading reading = history.read(PROVIDER, WEEK, NOW);
    assertThat(reading).isInstanceOf(Measured.class);
    return (Measured) reading;
  }
}
