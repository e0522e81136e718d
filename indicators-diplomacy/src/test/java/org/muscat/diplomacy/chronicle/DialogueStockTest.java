package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

class DialogueStockTest {

  private static final DialogueStockProvider PROVIDER = new DialogueStockProvider();
  private static final DialogueStockConfig CONFIG = new DialogueStockConfig("gulf", List.of());
  private static final Offset<Double> EXACT = within(1e-12);

  @ParameterizedTest
  @CsvSource({
    "contact, 0.2", "indirect-round, 0.5", "direct-round, 0.8", "interim-mou, 1",
    "agreement-start, 1.5", "denial, 0", "cancellation, 0", "collapse, 0"
  })
  void shouldSaturateTheStockOfOneEvent(String type, double stock) {
    // An event of the as-of day itself would not be known, so half a life is the first that is.
    boolean level = type.equals("agreement-start");
    double decayed = level ? stock : stock / 2;

    assertThat(value(quarter().event("2020-03-01", type), "2020-03-15"))
        .isCloseTo(1 - Math.pow(2, -decayed / .8), EXACT);
  }

  @ParameterizedTest
  @CsvSource({"denial, 0.5", "cancellation, 0.5", "collapse, 1"})
  void shouldTakeBadNewsFromTheStock(String type, double taken) {
    Coded coded =
        quarter().event("2020-03-01", "interim-mou").event("2020-03-01", "indirect-round");

    assertThat(value(coded.event("2020-03-01", type), "2020-03-15"))
        .isCloseTo(1 - Math.pow(2, -(1.5 - taken) / 2 / .8), EXACT);
  }

  @Test
  void shouldHalveAStockInAFortnight() {
    Coded coded = quarter().event("2020-03-01", "direct-round");

    assertThat(value(coded, "2020-03-15")).isCloseTo(1 - Math.pow(2, -.5), EXACT);
    assertThat(value(coded, "2020-03-29")).isCloseTo(1 - Math.pow(2, -.25), EXACT);
  }

  @ParameterizedTest
  @CsvSource({"A, true, 1", "B, true, 0.8", "C, true, 0.5", "A, false, 0.5"})
  void shouldWeighByReliability(String confidence, String verified, double weight) {
    Coded coded =
        quarter()
            .event(
                "2020-03-01",
                "indirect-round",
                "confidence: " + confidence,
                "verified: " + verified);

    assertThat(value(coded, "2020-03-15")).isCloseTo(1 - Math.pow(2, -.25 * weight / .8), EXACT);
  }

  @Test
  void shouldWeighByTheCredibilityOfTheMediator() {
    Coded coded =
        quarter()
            .event("2020-03-01", "indirect-round", "mediator: OMN")
            .event("2020-03-01", "indirect-round", "mediator: QAT");
    DialogueStockConfig config = new DialogueStockConfig("gulf", List.of("OMN=0.4"));

    Reading reading = history(coded).read(PROVIDER, config, Recorded.day("2020-03-15"));

    assertThat(((Measured) reading).value()).isCloseTo(1 - Math.pow(2, -.35 / .8), EXACT);
  }

  @Test
  void shouldKeepAnAgreementAtItsLevelUntilItEnds() {
    Coded coded =
        quarter()
            .event("2020-01-10", "agreement-start")
            .event("2020-03-10", "agreement-end", "actors: [IRN, USA]");

    assertThat(value(coded, "2020-02-11")).isCloseTo(1 - Math.pow(2, -1.5 / .8), EXACT);
    assertThat(value(coded, "2020-03-10")).isCloseTo(1 - Math.pow(2, -1.5 / .8), EXACT);
    assertThat(value(coded, "2020-03-11")).isZero();
  }

  @Test
  void shouldNotEndAnAgreementOfOthers() {
    Coded coded =
        quarter()
            .event("2020-01-10", "agreement-start", "actors: [IRN, SAU]")
            .event("2020-01-10", "agreement-start")
            .event("2020-03-10", "agreement-end");

    assertThat(value(coded, "2020-03-09")).isCloseTo(1 - Math.pow(2, -1.5 / .8), EXACT);
    assertThat(value(coded, "2020-03-11")).isCloseTo(1 - Math.pow(2, -1.5 / .8), EXACT);
  }

  @Test
  void shouldStandStillOnDaysThatNobodyCoded() {
    History history = history(quarter().event("2020-03-29", "direct-round"));

    Measured atTheEnd = (Measured) history.read(PROVIDER, CONFIG, Recorded.day("2020-04-01"));
    Measured later = (Measured) history.read(PROVIDER, CONFIG, Recorded.day("2020-04-14"));

    assertThat(later.value()).isEqualTo(atTheEnd.value());
    assertThat(later.observedAt()).isEqualTo(Recorded.day("2020-03-31"));
  }

  @Test
  void shouldRefuseWhenNoDayIsCoded() {
    assertThat(new History().read(PROVIDER, CONFIG, Recorded.day("2020-04-01")))
        .isEqualTo(new NoData("no day is coded in chronicle/gulf/coded"));
    assertThat(history(quarter()).read(PROVIDER, CONFIG, Recorded.day("2020-04-15")))
        .isInstanceOf(NoData.class);
  }

  @Test
  void shouldNeverReadCalmerWithoutItsInputs() {
    History history = history(quarter().event("2020-03-01", "direct-round"));

    Reading silent =
        history.without("events/gulf/dialogue").read(PROVIDER, CONFIG, Recorded.day("2020-03-15"));

    assertThat(((Measured) silent).value()).isZero();
    assertThat(
            history
                .without("chronicle/gulf/coded")
                .read(PROVIDER, CONFIG, Recorded.day("2020-03-15")))
        .isInstanceOf(NoData.class);
  }

  @Test
  void shouldBePartialUntilEightWeeksAreCoded() {
    History history = history(quarter());

    assertThat(((Measured) history.read(PROVIDER, CONFIG, Recorded.day("2020-02-25"))).caveat())
        .contains("55 of the last 56 days are coded");
    assertThat(((Measured) history.read(PROVIDER, CONFIG, Recorded.day("2020-02-26"))).caveat())
        .isEmpty();
  }

  @Test
  void shouldBeWholeAtTheStartOfADayWhenAllDaysBeforeAreCoded() throws Exception {
    History history = Bundled.history();

    for (String day : List.of("2018-06-26", "2019-09-20", "2020-01-01", "2025-06-30")) {
      Measured reading = (Measured) history.read(PROVIDER, CONFIG, Recorded.day(day));

      assertThat(reading.caveat()).isEmpty();
      assertThat(reading.observedAt()).isEqualTo(Recorded.day(day).minus(Duration.ofDays(1)));
    }
  }

  /** The day before is known an hour after its end; somebody said already that today is coded. */
  @Test
  void shouldNotCountTheRunningDayAgainstTheOneBefore() {
    Instant midnight = Recorded.day("2019-09-20");
    History history = new History();
    for (int back = 70; back >= 0; back--) {
      Instant day = midnight.minus(Duration.ofDays(back));
      Instant known = back == 0 ? day : day.plus(Duration.ofHours(25));
      history.add(
          Observation.point("chronicle/gulf/coded", day, 1).knownAt(known, KnownBasis.ASSUMED));
    }

    Measured atMidnight = (Measured) history.read(PROVIDER, CONFIG, midnight);
    Measured anHourLater =
        (Measured) history.read(PROVIDER, CONFIG, midnight.plus(Duration.ofHours(1)));

    assertThat(atMidnight.caveat()).isEmpty();
    assertThat(atMidnight.observedAt()).isEqualTo(Recorded.day("2019-09-18"));
    assertThat(anHourLater.caveat()).isEmpty();
    assertThat(anHourLater.observedAt()).isEqualTo(Recorded.day("2019-09-19"));
  }

  @Test
  void shouldStayInItsBoundsAndRiseWithEachRound() {
    Random random = new Random(17);
    String[] types = {"denial", "contact", "indirect-round", "collapse", "interim-mou"};
    for (int round = 0; round < 100; round++) {
      Coded coded = quarter();
      for (int i = 0; i < 20; i++) {
        coded.event(
            "2020-03-%02d".formatted(1 + random.nextInt(31)), types[random.nextInt(types.length)]);
      }
      double before = value(coded, "2020-04-01");

      double after = value(coded.event("2020-03-30", "direct-round"), "2020-04-01");

      assertThat(before).isBetween(0.0, 1.0);
      assertThat(after).isGreaterThanOrEqualTo(before).isLessThan(1);
    }
  }

  /** It ended on the eighth coded day, and four weeks are half of the window. */
  @Test
  void shouldSayNothingOfTheAgreementOf2015BeforeFourWeeksAreCoded() throws Exception {
    History history = Bundled.history();

    assertThat(history.read(PROVIDER, CONFIG, Recorded.day("2018-05-28")))
        .isEqualTo(
            new NoData("27 of the last 56 days are coded; at least half of them are needed"));
    assertThat(value(history, "2018-05-29")).isZero();
  }

  @Test
  void shouldSeeTheTalksOf2025Begin() throws Exception {
    History history = Bundled.history();

    assertThat(value(history, "2025-04-12")).isLessThan(.3);
    assertThat(value(history, "2025-04-27")).isGreaterThan(.45);
  }

  @Test
  void shouldGiveTheSameReadingsWhateverIsKnownLater() throws Exception {
    History whole = Bundled.history();
    for (Instant day = Recorded.day("2018-05-05");
        day.isBefore(Recorded.day("2025-07-05"));
        day = day.plus(Duration.ofDays(29))) {
      Instant asOf = day;
      History past =
          new History()
              .add(
                  whole.observations().stream()
                      .filter(o -> o.knownAt().filter(at -> !at.isAfter(asOf)).isPresent())
                      .toList());

      assertThat(whole.read(PROVIDER, CONFIG, asOf)).isEqualTo(past.read(PROVIDER, CONFIG, asOf));
    }
  }

  @Test
  void shouldRefuseAMalformedConfiguration() {
    assertThat(PROVIDER.validate(CONFIG)).isEmpty();
    assertThat(PROVIDER.validate(new DialogueStockConfig("Gulf", List.of("OMN=2"))))
        .extracting(problem -> problem.option())
        .containsExactly("theatre", "mediator-credibility");
  }

  private static Coded quarter() {
    return Coded.days("2020-01-01", "2020-03-31");
  }

  private static History history(Coded coded) {
    return new History().add(ChronicleObservations.of("gulf", List.of(coded.file())));
  }

  private static double value(Coded coded, String day) {
    return value(history(coded), day);
  }

  private static double value(History history, String day) {
    Reading reading = history.read(PROVIDER, CONFIG, Recorded.day(day));
    assertThat(reading).isInstanceOf(Measured.class);
    return ((Measured) reading).value();
  }
}
