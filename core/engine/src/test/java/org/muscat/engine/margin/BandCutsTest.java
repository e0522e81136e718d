package org.muscat.engine.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandCutsTest {

  @ParameterizedTest
  @CsvSource({
    "100, CALM, 70",
    "70, CALM, 70",
    "69.9, GUARDED, 55",
    "55, GUARDED, 55",
    "54.9, ELEVATED, 40",
    "40, ELEVATED, 40",
    "39.9, SEVERE, 25",
    "25, SEVERE, 25"
  })
  void shouldCutAtTheDesignedPlaces(double stability, StabilityBand band, double threshold) {
    assertThat(BandCuts.DEFAULT.band(stability)).isEqualTo(band);
    assertThat(BandCuts.DEFAULT.threshold(stability)).hasValue(threshold);
  }

  @Test
  void shouldHaveNoThresholdBelowTheWorstBand() {
    assertThat(BandCuts.DEFAULT.band(24.9)).isEqualTo(StabilityBand.CRITICAL);
    assertThat(BandCuts.DEFAULT.threshold(24.9)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"55, 70, 40, 25", "70, 55, 55, 25", "70, 55, 40, 0", "100, 55, 40, 25"})
  void shouldRefuseCutsThatDoNotFall(double calm, double guarded, double elevated, double severe) {
    assertThatThrownBy(() -> new BandCuts(calm, guarded, elevated, severe))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must fall inside (0,100)");
  }
}
