package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Measured;
import org.muscat.testkit.History;

class UltimatumClockTest {

  private static final Reader<TheatreConfig> CLOCK =
      new Reader<>(new UltimatumClockProvider(), new TheatreConfig("gulf"));
  private static final Offset<Double> EXACT = within(1e-12);

  @ParameterizedTest
  @CsvSource({
    "2020-02-01, 0",
    "2020-02-02, 0.0625",
    "2020-02-16, 0.25",
    "2020-02-23, 0.5",
    "2020-03-01, 1",
    "2020-03-08, 1",
    "2020-03-15, 0.5",
    "2020-03-22, 0.25"
  })
  void shouldDoubleEveryWeekUpToTheDeadlineAndHalveFromAWeekAfterIt(String day, double clock) {
    Coded coded =
        Coded.days("2019-12-01", "2020-03-31")
            .event("2020-02-01", "ultimatum", "until: 2020-03-01", "threat: explicit");

    assertThat(CLOCK.value(coded, day)).isCloseTo(clock, EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "threat: explicit, true, 1",
    "threat: implied, true, 0.5",
    "note: nothing said, true, 0.5",
    "threat: explicit, false, 0.5",
    "threat: implied, false, 0.25"
  })
  void shouldWeighTheThreatAndWhetherItIsVerified(String threat, String verified, double weight) {
    Coded coded =
        quarter()
            .event(
                "2020-02-01",
                "ultimatum",
                "until: 2020-03-01",
                threat,
                "verified: " + verified,
                "confidence: " + (verified.equals("true") ? "A" : "C"));

    assertThat(CLOCK.value(coded, "2020-03-02")).isEqualTo(weight);
  }

  @Test
  void shouldTakeTheHighestOfAllDeadlines() {
    Coded coded =
        quarter()
            .event("2020-02-01", "ultimatum", "until: 2020-03-01")
            .event("2020-02-01", "ultimatum", "until: 2020-03-05", "threat: explicit");

    Measured reading = CLOCK.measured(coded.history(), "2020-03-01");

    assertThat(reading.value()).isCloseTo(Math.pow(2, -4 / 7.0), EXACT);
    assertThat(reading.facts())
        .containsEntry("leading-event", "2020-02-01-ultimatum-2")
        .containsEntry("deadline", "2020-03-05");
  }

  @Test
  void shouldBeStillWithoutADeadline() {
    Measured reading = CLOCK.measured(quarter().history(), "2020-03-01");

    assertThat(reading.value()).isZero();
    assertThat(reading.facts()).containsEntry("leading-event", "none");
  }

  @Test
  void shouldComeNearerOnDaysThatNobodyCoded() {
    Coded coded = quarter().event("2020-03-20", "ultimatum", "until: 2020-04-05");

    assertThat(CLOCK.value(coded, "2020-04-01")).isCloseTo(.5 * Math.pow(2, -4 / 7.0), EXACT);
    assertThat(CLOCK.value(coded, "2020-04-05")).isEqualTo(.5);
    assertThat(CLOCK.value(coded, "2020-04-07")).isEqualTo(.5);
  }

  @Test
  void shouldNotFallOnDaysThatNobodyCoded() {
    Coded coded = quarter().event("2020-02-20", "ultimatum", "until: 2020-03-10");

    assertThat(CLOCK.value(coded, "2020-04-01")).isCloseTo(.5 * Math.pow(2, -15 / 7.0), EXACT);
    assertThat(CLOCK.value(coded, "2020-04-07")).isEqualTo(CLOCK.value(coded, "2020-04-01"));
  }

  /** Two months for a new deal, of March 2025; whatever else the chronicle has only adds. */
  @Test
  void shouldStrikeWhenTheTwoMonthsOf2025RanOut() throws Exception {
    History history = Bundled.history();

    assertThat(CLOCK.measured(history, "2025-05-12").value()).isGreaterThanOrEqualTo(.5);
    assertThat(CLOCK.measured(history, "2025-04-22").value()).isGreaterThanOrEqualTo(.0625);
  }

  private static Coded quarter() {
    return Coded.days("2020-01-01", "2020-03-31");
  }
}
