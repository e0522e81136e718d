package org.muscat.engine.theatre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.regime.Flag;
import org.muscat.engine.regime.FlagJudgement.Verdict;
import org.muscat.spi.Reading;

/** What mediation does to a theatre (method, sections 5.5 and 6), from readings. */
class MediationTest {

  @ParameterizedTest
  @CsvSource({
    "yes, 1, 0.8, 0.9",
    "no, 1, 0.4, 0.9",
    "yes, 0, 0.4, 0.9",
    "yes, 1, 0.4, 0.1",
  })
  void shouldRiseAsFastAsItFallsInConflictWithAMediatedAgreementOnly(
      String inForce, double mediation, double eta, double kinetic) {
    Walking walking = new Walking(Theatres.plain());
    walking.step(Theatres.readings(walking.next(), 40, 0.2, 0.2, kinetic));
    Map<String, Reading> readings = Theatres.readings(walking.next(), 30, 0.2, 0.2, kinetic);
    readings.put("mediation", Theatres.measured(mediation, walking.next()));
    readings.put(
        "agreement", Theatres.measured(0, walking.next()).fact("agreement-in-force", inForce));

    Score score = walking.step(readings).index().scored().orElseThrow();

    assertThat(score.stability()).isCloseTo(60 + 10 * eta, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0, CLEAR", "0.5, RAISED"})
  void shouldBeMediatedWhileAMediatorIsActive(double mediation, Verdict expected) {
    TheatreState state =
        new Walking(Theatres.plain())
            .steps(
                1,
                (readings, asOf) -> readings.put("mediation", Theatres.measured(mediation, asOf)));

    assertThat(state.flag(Flag.MEDIATED).orElseThrow().verdict()).isEqualTo(expected);
  }

  @Test
  void shouldNotBelieveAnAgreementThatNobodySees() {
    for (String gone : List.of("agreement", "mediation")) {
      Walking walking = new Walking(Theatres.plain());
      walking.step(Theatres.readings(walking.next(), 40, 0.2, 0.2, 0.9));
      Map<String, Reading> readings = Theatres.readings(walking.next(), 30, 0.2, 0.2, 0.9);
      readings.put("mediation", Theatres.measured(1, walking.next()));
      readings.put(
          "agreement", Theatres.measured(0, walking.next()).fact("agreement-in-force", "yes"));
      readings.put(gone, Theatres.none());

      Score score = walking.step(readings).index().scored().orElseThrow();

      assertThat(score.stability()).isCloseTo(64, within(1e-12));
    }
  }
}
