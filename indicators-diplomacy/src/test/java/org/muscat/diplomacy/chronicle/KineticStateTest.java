package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

class KineticStateTest {

  private static final List<String> EVERYWHERE = List.of("gulf", "red-sea", "levant", "elsewhere");
  private static final KineticStateProvider PROVIDER = new KineticStateProvider();
  private static final KineticStateConfig CONFIG = new KineticStateConfig("gulf", EVERYWHERE);
  private static final Offset<Double> EXACT = within(1e-12);

  @ParameterizedTest
  @CsvSource({
    "2020-02-01, 0",
    "2020-02-02, 0.75",
    "2020-02-04, 0.75",
    "2020-02-09, 0.375",
    "2020-02-14, 0.1875"
  })
  void shouldHoldAStrikeForThreeDaysAndThenHalveItEveryFive(String day, double state) {
    Coded coded = quarter().strike("2020-02-01", "limited-strike", "0.75");

    assertThat(value(coded, day)).isCloseTo(state, EXACT);
  }

  @Test
  void shouldTakeTheHighestOfAllEvents() {
    Coded coded =
        quarter()
            .strike("2020-02-01", "limited-strike", "0.75")
            .strike("2020-02-08", "seizure", "0.25")
            .strike("2020-02-08", "platform-fire", "0.5");

    Measured reading = measured(history(coded), "2020-02-09");

    assertThat(reading.value()).isEqualTo(.5);
    assertThat(reading.facts()).containsEntry("leading-event", "2020-02-08-platform-fire-3");
  }

  @Test
  void shouldCountAWarInFullUntilItsEndIsKnown() {
    Coded coded = quarter().strike("2020-02-01", "sustained-strikes", "1", "until: 2020-02-20");

    assertThat(value(coded, "2020-02-02")).isEqualTo(.75);
    assertThat(value(coded, "2020-02-04")).isEqualTo(1);
    assertThat(value(coded, "2020-02-20")).isEqualTo(1);
    assertThat(value(coded, "2020-02-23")).isEqualTo(1);
    assertThat(value(coded, "2020-02-28")).isCloseTo(.5, EXACT);
  }

  @Test
  void shouldKeepAWarGoingThatHasNoEnd() {
    assertThat(value(quarter().strike("2020-02-01", "sustained-strikes", "1"), "2020-03-31"))
        .isEqualTo(1);
  }

  @Test
  void shouldEndAWarWithACeasefireBetweenItsSides() {
    Coded coded =
        quarter()
            .strike("2020-02-01", "sustained-strikes", "1")
            .event("2020-02-10", "ceasefire", "actors: [QAT, IRN, USA]");

    assertThat(value(coded, "2020-02-13")).isEqualTo(1);
    assertThat(value(coded, "2020-02-18")).isCloseTo(.5, EXACT);
  }

  @Test
  void shouldTakeHalfOfWhatIsNotVerified() {
    Coded doubtful =
        quarter()
            .strike("2020-02-01", "limited-strike", "0.75", "verified: false", "confidence: C");

    assertThat(value(doubtful, "2020-02-02")).isEqualTo(.375);
    assertThat(value(doubtful.strike("2020-02-01", "platform-fire", "0.5"), "2020-02-02"))
        .isEqualTo(.5);
  }

  @Test
  void shouldNotEndAWarWithACeasefireThatIsNotVerified() {
    Coded coded =
        quarter()
            .strike("2020-02-01", "sustained-strikes", "1")
            .event("2020-02-10", "ceasefire", "verified: false", "confidence: C");

    assertThat(value(coded, "2020-03-18")).isEqualTo(1);
  }

  @Test
  void shouldNotEndAWarWithTheCeasefireOfOthers() {
    Coded coded =
        quarter()
            .strike("2020-02-01", "sustained-strikes", "1")
            .event("2020-02-10", "ceasefire", "actors: [USA, YEM, OMN]");

    assertThat(value(coded, "2020-03-18")).isEqualTo(1);
  }

  @Test
  void shouldNotEndAWarWithAnEarlierCeasefire() {
    Coded coded =
        quarter().event("2020-01-20", "ceasefire").strike("2020-02-01", "sustained-strikes", "1");

    assertThat(value(coded, "2020-03-18")).isEqualTo(1);
  }

  @Test
  void shouldLeaveOutAreasThatAreNotAskedFor() {
    History history =
        history(quarter().strike("2020-02-01", "limited-strike", "0.75", "area: red-sea"));
    KineticStateConfig gulf = new KineticStateConfig("gulf", List.of("gulf"));

    Reading reading = history.read(PROVIDER, gulf, Recorded.day("2020-02-02"));

    assertThat(((Measured) reading).value()).isZero();
    assertThat(measured(history, "2020-02-02").value()).isEqualTo(.75);
  }

  @Test
  void shouldStandStillOnDaysThatNobodyCoded() {
    History history = history(quarter().strike("2020-03-30", "limited-strike", "0.75"));

    assertThat(measured(history, "2020-04-07").value()).isEqualTo(.75);
    assertThat(measured(history, "2020-04-07").observedAt()).isEqualTo(Recorded.day("2020-03-31"));
  }

  @Test
  void shouldRefuseWhenNoDayIsCoded() {
    History history = history(quarter().strike("2020-03-30", "limited-strike", "0.75"));

    assertThat(
            history
                .without("chronicle/gulf/coded")
                .read(PROVIDER, CONFIG, Recorded.day("2020-03-31")))
        .isEqualTo(new NoData("no day is coded in chronicle/gulf/coded"));
  }

  @Test
  void shouldRefuseWhenTheLastCodedDayIsTooOld() {
    assertThat(history(quarter()).read(PROVIDER, CONFIG, Recorded.day("2020-04-08")))
        .isEqualTo(new NoData("the last coded day is 2020-03-31T00:00:00Z, more than 7 days ago"));
  }

  @Test
  void shouldBePartialWhenTheLastWeeksAreNotAllCoded() {
    assertThat(measured(history(quarter()), "2020-01-23").caveat())
        .contains("22 of the last 23 days are coded");
    assertThat(measured(history(quarter()), "2020-01-24").caveat()).isEmpty();
  }

  @Test
  void shouldReadTheTwelveDayWarAsItCameToBeKnown() throws Exception {
    History history = Bundled.history();

    assertThat(measured(history, "2025-06-13").value()).isLessThan(.7);
    assertThat(measured(history, "2025-06-14").value()).isEqualTo(.75);
    assertThat(measured(history, "2025-06-16").value()).isEqualTo(1);
    assertThat(measured(history, "2025-06-27").value()).isEqualTo(1);
    assertThat(measured(history, "2025-07-01").value()).isCloseTo(Math.pow(2, -.8), EXACT);
  }

  @Test
  void shouldSayNothingBeforeHalfOfItsDaysAreCoded() {
    Coded coded = quarter().strike("2020-01-05", "seizure", "0.25");

    assertThat(history(coded).read(PROVIDER, CONFIG, Recorded.day("2020-01-12")))
        .isEqualTo(
            new NoData("11 of the last 23 days are coded; at least half of them are needed"));
    assertThat(measured(history(coded), "2020-01-13").caveat())
        .contains("12 of the last 23 days are coded");
  }

  @Test
  void shouldGiveTheSameReadingsWhateverIsKnownLater() throws Exception {
    History whole = Bundled.history();
    for (Instant day = Recorded.day("2018-05-15");
        day.isBefore(Recorded.day("2025-07-05"));
        day = day.plus(Duration.ofDays(29))) {
      Instant asOf = day;
      List<Observation> known =
          whole.observations().stream()
              .filter(o -> o.knownAt().filter(at -> !at.isAfter(asOf)).isPresent())
              .toList();
      History past = new History().add(known);

      Reading reading = whole.read(PROVIDER, CONFIG, asOf);

      assertThat(reading).isEqualTo(past.read(PROVIDER, CONFIG, asOf));
      assertThat(((Measured) reading).value()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void shouldNeverFallWithOneEventMore() {
    double before = value(quarter().strike("2020-02-01", "seizure", "0.25"), "2020-02-12");
    for (EventType type :
        List.of(
            EventType.PROXY_INCIDENT,
            EventType.PLATFORM_FIRE,
            EventType.LIMITED_STRIKE,
            EventType.SUSTAINED_STRIKES)) {
      double after =
          value(
              quarter()
                  .strike("2020-02-01", "seizure", "0.25")
                  .strike("2020-02-05", type.word(), type.levels().get(0)),
              "2020-02-12");

      assertThat(after).isGreaterThan(before);
      before = after;
    }
  }

  @Test
  void shouldRefuseAMalformedConfiguration() {
    assertThat(PROVIDER.validate(CONFIG)).isEmpty();
    assertThat(PROVIDER.validate(new KineticStateConfig("a b", List.of())))
        .extracting(problem -> problem.option())
        .containsExactly("theatre", "areas");
  }

  private static Coded quarter() {
    return Coded.days("2020-01-01", "2020-03-31");
  }

  private static History history(Coded coded) {
    return new History().add(ChronicleObservations.of("gulf", List.of(coded.file())));
  }

  private static double value(Coded coded, String day) {
    return measured(history(coded), day).value();
  }

  private static Measured measured(History history, String day) {
    Reading reading = history.read(PROVIDER, CONFIG, Recorded.day(day));
    assertThat(reading).isInstanceOf(Measured.class);
    return (Measured) reading;
  }
}
