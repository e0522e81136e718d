package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Indicator;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;

class TensionSumsTest {

  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final TensionSumsProvider PROVIDER = new TensionSumsProvider();
  private static final TensionSumsConfig ONE_DAY =
      new TensionSumsConfig(List.of("USA", "IRN"), DAY);
  private static final TensionSumsConfig WEEK =
      new TensionSumsConfig(List.of("USA", "IRN"), Duration.ofDays(7));

  @Test
  void shouldScoreTheLastDayAgainstTheDaysBefore() {
    // Tensions 1, 2, 3, 4, 5 in turn: median 3, MAD 1.
    History history = cycle(200).add(sum(200, -5.9652));

    Measured reading = measured(history, ONE_DAY, 201);

    assertThat(reading.value()).isCloseTo(2, within(1e-12));
    assertThat(reading.observedAt()).isEqualTo(day(200));
    assertThat(reading.caveat()).contains("the baseline has 200 of 730 days");
    assertThat(reading.facts()).containsOnlyKeys("baseline-days");
  }

  @Test
  void shouldAverageTheLastWeekSignedAsTension() {
    History history = cycle(200);
    for (int i = 200; i < 207; i++) {
      history.add(sum(i, i == 206 ? -70 : 0));
    }

    double last = measured(history, WEEK, 207).value();

    // Means of five of a cycle of 1..5 over seven days lie in [2.57, 3.43]; minus the mean is 10.
    assertThat(last).isEqualTo(4);
  }

  @Test
  void shouldClipAtFour() {
    assertThat(measured(cycle(200).add(sum(200, 1_000)), ONE_DAY, 201).value()).isEqualTo(-4);
  }

  @Test
  void shouldNotLetTheBaselineLearnFromACrisis() {
    History history = cycle(200);
    for (int i = 200; i < 900; i++) {
      history.add(sum(i, -30));
    }

    Measured reading = measured(history, ONE_DAY, 900);

    assertThat(reading.value()).isEqualTo(4);
    assertThat(reading.facts())
        .containsEntry("baseline-days", "200")
        .containsEntry("frozen-since", "2020-07-19");
  }

  @Test
  void shouldBeWholeWithTwoYearsOfBaseline() {
    assertThat(measured(cycle(731), ONE_DAY, 731).caveat()).isEmpty();
  }

  @Test
  void shouldRefuseAYoungBaseline() {
    assertThat(cycle(180).read(PROVIDER, ONE_DAY, day(180)))
        .isEqualTo(new NoData("the baseline has 179 accepted days; it needs 180"));
    assertThat(cycle(181).read(PROVIDER, ONE_DAY, day(181))).isInstanceOf(Measured.class);
  }

  @Test
  void shouldRefuseABaselineWithoutSpread() {
    History history = new History();
    for (int i = 0; i < 200; i++) {
      history.add(sum(i, 5));
    }

    assertThat(history.read(PROVIDER, ONE_DAY, day(200)))
        .isEqualTo(new NoData("the 199 days of the baseline have no spread"));
  }

  @Test
  void shouldNeedFiveDaysOfSeven() {
    History four = cycle(200).add(sum(203, 0), sum(204, 0), sum(206, 0), sum(207, 0));
    History five = cycle(200).add(sum(203, 0), sum(204, 0), sum(205, 0), sum(206, 0), sum(207, 0));

    assertThat(four.read(PROVIDER, WEEK, day(208)))
        .isEqualTo(new NoData("fewer than 5 of the 7 days up to 2020-07-26T00:00:00Z are known"));
    assertThat(five.read(PROVIDER, WEEK, day(208))).isInstanceOf(Measured.class);
  }

  @Test
  void shouldRefuseWhenNothingIsKnownOrAllIsOld() {
    assertThat(new History().read(PROVIDER, WEEK, START)).isInstanceOf(NoData.class);
    assertThat(cycle(300).read(PROVIDER, WEEK, day(299 + 14))).isInstanceOf(Measured.class);
    assertThat(cycle(300).read(PROVIDER, WEEK, day(299 + 15))).isInstanceOf(NoData.class);
  }

  @Test
  void shouldNotLookAhead() {
    History history = cycle(300);
    Reading before = history.read(PROVIDER, WEEK, day(250));

    history.add(
        sum(249, -1_000).knownAt(day(251), KnownBasis.ASSUMED),
        sum(10, -1_000).knownAt(day(299), KnownBasis.ASSUMED));

    assertThat(history.read(PROVIDER, WEEK, day(250))).isEqualTo(before);
  }

  @Test
  void shouldNeverFallWhenTheLastDayGetsWorse() {
    Random random = new Random(5);
    History past = new History();
    for (int i = 0; i < 250; i++) {
      past.add(sum(i, random.nextGaussian() * 100 - 50));
    }
    double lower = -4;
    for (int step = -20; step <= 20; step++) {
      History history = new History().add(past.observations()).add(sum(250, -step * 50.0));

      double value = measured(history, WEEK, 251).value();

      assertThat(value).isBetween(lower, 4.0);
      lower = value;
    }
  }

  @Test
  void shouldReadTheSameWhateverItReadBefore() {
    Random random = new Random(3);
    List<History> histories = List.of(new History(), new History());
    for (int i = 0; i < 400; i++) {
      double value = 10 * random.nextGaussian();
      for (History history : histories) {
        boolean differs = i == 150 && history == histories.get(1);
        if (random.nextInt(20) > 0) {
          history.add(sum(i, differs ? value + 1 : value));
        }
      }
    }
    Indicator indicator = PROVIDER.create(WEEK);

    for (int i = 0; i < 300; i++) {
      History history = histories.get(random.nextInt(2));
      Instant asOf = day(180 + (random.nextInt(3) == 0 ? random.nextInt(220) : i * 220 / 300));

      Reading reading = indicator.read(history.view(asOf, PROVIDER.inputs(WEEK)));

      assertThat(reading).isEqualTo(history.read(PROVIDER, WEEK, asOf));
    }
  }

  @Test
  void shouldRefuseAMalformedConfiguration() {
    assertThat(PROVIDER.validate(WEEK)).isEmpty();
    assertThat(PROVIDER.validate(new TensionSumsConfig(List.of("USA", "Iran"), Duration.ZERO)))
        .extracting(problem -> problem.option())
        .containsExactly("dyad", "window");
  }

  /** Days with the sums -1, -2, -3, -4, -5 in turn. */
  private static History cycle(int days) {
    History history = new History();
    for (int i = 0; i < days; i++) {
      history.add(sum(i, -(i % 5) - 1));
    }
    return history;
  }

  private static Observation sum(int index, double value) {
    return Observation.point("dyads/usa-irn/goldstein-sum", day(index), value)
        .knownAt(day(index + 1), KnownBasis.ASSUMED);
  }

  private static Instant day(int index) {
    return START.plus(DAY.multipliedBy(index));
  }

  private static Measured measured(History history, TensionSumsConfig config, int day) {
    Reading reading = history.read(PROVIDER, config, day(day));
    assertThat(reading).isInstanceOf(Measured.class);
    return (Measured) reading;
  }
}
