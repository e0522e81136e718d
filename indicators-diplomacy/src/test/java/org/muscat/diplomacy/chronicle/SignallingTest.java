package org.muscat.diplomacy.chronicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.LevelMap;
import org.muscat.spi.Measured;

class SignallingTest {

  private static final TheatreConfig GULF = new TheatreConfig("gulf");
  private static final Reader<TheatreConfig> SIGNALLING =
      new Reader<>(new SignallingProvider(), GULF);
  private static final Reader<TheatreConfig> TENSION =
      new Reader<>(new SignallingTensionProvider(), GULF);
  private static final Offset<Double> EXACT = within(1e-12);

  @ParameterizedTest
  @CsvSource({"commander-visit, 0.5", "exercise, 0.3", "sortie, 0.2"})
  void shouldHalveASignalInAWeek(String type, double weight) {
    Coded coded = quarter().event("2020-03-01", type);

    assertThat(SIGNALLING.value(coded, "2020-03-08")).isCloseTo(weight / 2, EXACT);
    assertThat(SIGNALLING.value(coded, "2020-03-15")).isCloseTo(weight / 4, EXACT);
  }

  @Test
  void shouldAddUpSignals() {
    Coded coded =
        quarter()
            .event("2020-03-01", "commander-visit")
            .event("2020-03-08", "sortie")
            .event("2020-03-08", "sortie", "verified: false");

    Measured reading = SIGNALLING.measured(coded.history(), "2020-03-15");

    assertThat(reading.value()).isCloseTo(.125 + .1 + .05, EXACT);
    assertThat(reading.facts())
        .containsEntry(
            "leading-events",
            "2020-03-01-commander-visit-1, 2020-03-08-sortie-2, 2020-03-08-sortie-3");
  }

  @Test
  void shouldNotNameASignalThatHasWornOff() {
    Measured reading =
        SIGNALLING.measured(quarter().event("2020-01-02", "sortie").history(), "2020-03-31");

    assertThat(reading.value()).isPositive().isLessThan(.0005);
    assertThat(reading.facts()).containsEntry("leading-events", "none");
  }

  @ParameterizedTest
  @CsvSource({"2020-03-03, 0.3", "2020-03-06, 0.3", "2020-03-12, 0.15"})
  void shouldCountAnExerciseInFullWhileItGoesOn(String day, double signals) {
    Coded coded = quarter().event("2020-03-01", "exercise", "until: 2020-03-05");

    assertThat(SIGNALLING.value(coded, day)).isCloseTo(signals, EXACT);
  }

  @Test
  void shouldBeTheSameNumberAsPressureAndAsRisk() {
    Coded coded = quarter().event("2020-03-01", "sortie");

    assertThat(TENSION.read(coded.history(), "2020-03-15"))
        .isEqualTo(SIGNALLING.read(coded.history(), "2020-03-15"));
    assertThat(SIGNALLING.provider().level(GULF)).contains(LevelMap.intensity(1));
    assertThat(TENSION.provider().level(GULF)).isEmpty();
  }

  @Test
  void shouldSeeTheVisitsOfApril2025() throws Exception {
    assertThat(SIGNALLING.measured(Bundled.history(), "2025-04-25").value()).isGreaterThan(.45);
  }

  private static Coded quarter() {
    return Coded.days("2020-01-01", "2020-03-31");
  }
}
