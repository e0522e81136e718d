package org.muscat.diplomacy.gdelt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Uncertainty;
import org.muscat.testkit.History;

class GdeltIndicatorsTest {

  private static final Instant NOW = Instant.parse("2019-10-25T00:00:00Z");
  private static final GdeltWindowConfig CONFIG =
      new GdeltWindowConfig(List.of("USA", "IRN"), Duration.ofDays(7), .5);
  private static final TensionProvider TENSION = new TensionProvider();
  private static final TalksBalanceProvider TALKS = new TalksBalanceProvider();

  @Test
  void shouldWeighGoldsteinValuesOfTheWindow() {
    History history =
        silence(672)
            .add(FileDays.file("2019-10-24T10:00:00Z", "2019-10-24", 2, -8, Map.of("root-19", 1)))
            .add(FileDays.file("2019-10-19T10:00:00Z", "2019-10-18", 1, 2, Map.of("root-04", 1)));

    assertThat(value(history.read(TENSION, CONFIG, NOW))).isEqualTo(2);
  }

  @Test
  void shouldBalanceTalksAgainstThreats() {
    History history =
        silence(672)
            .add(
                FileDays.file(
                    "2019-10-24T10:00:00Z",
                    "2019-10-24",
                    9,
                    0,
                    Map.of("root-03", 1, "root-04", 4, "root-06", 2, "root-01", 9)))
            .add(
                FileDays.file(
                    "2019-10-23T10:00:00Z",
                    "2019-10-23",
                    3,
                    0,
                    Map.of("root-13", 1, "root-17", 1, "root-16", 7)));

    assertThat(value(history.read(TALKS, CONFIG, NOW))).isCloseTo(5 / 14.0, within(1e-15));
  }

  @Test
  void shouldLeaveOutDaysBeforeTheWindow() {
    History history =
        silence(672)
            .add(FileDays.file("2019-10-24T10:00:00Z", "2019-10-24", 1, 3, Map.of("root-04", 1)))
            .add(FileDays.file("2019-10-24T10:15:00Z", "2019-10-17", 5, -50, Map.of("root-19", 5)));

    assertThat(value(history.read(TENSION, CONFIG, NOW))).isEqualTo(-3);
    assertThat(value(history.read(TALKS, CONFIG, NOW))).isEqualTo(1 / 6.0);
  }

  @Test
  void shouldSayNothingWhenTheFilesReportNothing() {
    History history = silence(672);

    NoData silent = new NoData("no event of [USA, IRN] in 672 of 672 files of the window");
    assertThat(history.read(TALKS, CONFIG, NOW)).isEqualTo(silent);
    assertThat(history.read(TENSION, CONFIG, NOW)).isEqualTo(silent);
  }

  @Test
  void shouldRefuseUnderHalfOfTheFiles() {
    Reading half = talkIn(336).read(TALKS, CONFIG, NOW);
    Reading under = talkIn(335).read(TALKS, CONFIG, NOW);

    assertThat(half).isInstanceOf(Measured.class);
    assertThat(under)
        .isEqualTo(
            new NoData("335 of 672 GDELT files of the window were read; at least 50 % are needed"));
  }

  @Test
  void shouldRefuseWithoutAnyFileWhateverTheShareAskedFor() {
    GdeltWindowConfig lenient = new GdeltWindowConfig(List.of("USA", "IRN"), Duration.ofDays(7), 0);

    assertThat(new History().read(TALKS, lenient, NOW)).isInstanceOf(NoData.class);
    assertThat(new History().read(TENSION, lenient, NOW)).isInstanceOf(NoData.class);
    assertThat(new History().read(TENSION, CONFIG, NOW))
        .isEqualTo(
            new NoData("0 of 672 GDELT files of the window were read; at least 50 % are needed"));
  }

  @Test
  void shouldExpectTheFilesOfTheRunningDayToo() {
    Reading reading = talkIn(672).read(TALKS, CONFIG, NOW.plus(Duration.ofHours(6)));

    assertThat(((Measured) reading).facts()).containsEntry("files", "672 of 696");
  }

  /** Method, rule 3: days that leave the window while none come in must not calm it. */
  @Test
  void shouldSayTheSameWhileNoFileComesAndNothingAfterThreeDays() {
    History history =
        silence(672)
            .add(FileDays.file("2019-10-18T10:00:00Z", "2019-10-18", 9, -90, Map.of("root-19", 9)));
    double before = value(history.read(TALKS, CONFIG, NOW));

    for (int hours = 0; hours <= 71; hours++) {
      Instant at = NOW.plus(Duration.ofHours(hours));
      assertThat(value(history.read(TALKS, CONFIG, at))).as(at.toString()).isEqualTo(before);
    }

    assertThat(before).isNegative();
    assertThat(history.read(TALKS, CONFIG, NOW.plus(Duration.ofDays(3))))
        .isEqualTo(
            new NoData("the newest GDELT file is of 2019-10-24T23:45:00Z, older than 3 days"));
  }

  @Test
  void shouldBeAsRecentAsItsNewestFile() {
    Measured reading = (Measured) talkIn(672).read(TALKS, CONFIG, NOW);

    assertThat(reading.observedAt()).isEqualTo("2019-10-24T23:45:00Z");
  }

  /** Method, section 3: {@code sigma^2(a) = sigma0^2 + (1 - 2^(-a/HL)) sigmaClim^2}. */
  @Test
  void shouldHardlyWearOffBetweenTwoFiles() {
    Measured reading = (Measured) talkIn(672).read(TALKS, CONFIG, NOW);
    Duration age = Duration.between(reading.observedAt(), NOW);

    for (Uncertainty uncertainty :
        List.of(TENSION.descriptor().uncertainty(), TALKS.descriptor().uncertainty())) {
      double halfLives = age.toMillis() / (double) uncertainty.halfLife().toMillis();

      assertThat(1 - Math.pow(2, -halfLives)).isBetween(0.005, 0.01);
      assertThat(uncertainty.halfLife()).isEqualTo(Duration.ofDays(1));
    }
  }

  @Test
  void shouldNotLookAhead() {
    History history =
        silence(672)
            .add(FileDays.file("2019-10-24T10:00:00Z", "2019-10-24", 2, -8, Map.of("root-19", 1)));
    Reading tension = history.read(TENSION, CONFIG, NOW);
    Reading talks = history.read(TALKS, CONFIG, NOW);

    history.add(FileDays.file("2019-10-25T00:00:00Z", "2019-10-24", 9, 90, Map.of("root-04", 9)));

    assertThat(history.read(TENSION, CONFIG, NOW)).isEqualTo(tension);
    assertThat(history.read(TALKS, CONFIG, NOW)).isEqualTo(talks);
  }

  @Test
  void shouldStayInsideTheirBounds() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      double weight = random.nextDouble() * 10 + .01;
      double mean = random.nextDouble() * 20 - 10;
      History history =
          silence(672)
              .add(
                  FileDays.file(
                      "2019-10-24T10:00:00Z",
                      "2019-10-24",
                      weight,
                      weight * mean,
                      Map.of("root-04", random.nextInt(50), "root-19", random.nextInt(50))));

      assertThat(value(history.read(TENSION, CONFIG, NOW))).isCloseTo(-mean, within(1e-9));
      assertThat(value(history.read(TALKS, CONFIG, NOW))).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void shouldRiseWithTalksAndFallWithThreats() {
    double before = talks(10, 10);

    assertThat(talks(11, 10)).isGreaterThan(before);
    assertThat(talks(10, 11)).isLessThan(before);
  }

  @Test
  void shouldRefuseAMalformedConfiguration() {
    assertThat(TENSION.validate(CONFIG)).isEmpty();
    assertThat(TENSION.validate(new GdeltWindowConfig(List.of("USA"), Duration.ofDays(7), .5)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.option()).isEqualTo("dyad"));
    assertThat(
            TALKS.validate(new GdeltWindowConfig(List.of("USA", "IRN"), Duration.ofHours(36), .5)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.option()).isEqualTo("window"));
  }

  private static double talks(int talk, int threat) {
    return value(
        silence(672)
            .add(
                FileDays.file(
                    "2019-10-24T10:00:00Z",
                    "2019-10-24",
                    1,
                    0,
                    Map.of("root-05", talk, "root-15", threat)))
            .read(TALKS, CONFIG, NOW));
  }

  /** One event, in so many files. */
  private static History talkIn(int files) {
    return silence(files)
        .add(FileDays.file("2019-10-24T10:00:00Z", "2019-10-23", 1, 3, Map.of("root-04", 1)));
  }

  private static History silence(int files) {
    return FileDays.silence(NOW, files);
  }

  private static double value(Reading reading) {
    assertThat(reading).isInstanceOf(Measured.class);
    return ((Measured) reading).value();
  }
}
