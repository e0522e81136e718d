package org.muscat.engine.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarginTest {

  @Test
  void shouldMeasureTheDistanceInSigma() {
    Margin margin = Margin.of(67, 55, 2.1, 14, Set.of());

    assertThat(margin.distance()).isCloseTo(12, within(1e-12));
    assertThat(margin.sigmas()).isCloseTo(12 / (2.1 * Math.sqrt(14)), within(1e-12));
    assertThat(margin.band()).isEqualTo(MarginBand.MODERATE);
  }

  @ParameterizedTest
  @CsvSource({
    "53, THIN",
    "55, THIN",
    "58.9, THIN",
    "59, MODERATE",
    "63, MODERATE",
    "63.1, AMPLE",
    "99, AMPLE"
  })
  void shouldNameTheMargin(double stability, MarginBand expected) {
    Margin margin = Margin.of(stability, 55, 1, 16, Set.of());

    assertThat(margin.band()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void shouldNotCallAmpleWhatIsVetoed(AmpleVeto veto) {
    Margin margin = Margin.of(99, 55, 1, 16, Set.of(veto));

    assertThat(margin.band()).isEqualTo(MarginBand.MODERATE);
    assertThat(margin.vetoes()).containsExactly(veto);
  }

  @Test
  void shouldNotSpeakOfAVetoThatChangesNothing() {
    Margin thin = Margin.of(56, 55, 1, 16, Set.of(AmpleVeto.BRINK));
    Margin moderate = Margin.of(61, 55, 1, 16, Set.of(AmpleVeto.BRINK));

    assertThat(thin.band()).isEqualTo(MarginBand.THIN);
    assertThat(thin.vetoes()).isEmpty();
    assertThat(moderate.band()).isEqualTo(MarginBand.MODERATE);
    assertThat(moderate.vetoes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 14", "NaN, 14", "1, 0", "1, -1"})
  void shouldRefuseWhatItCannotDivideBy(double dailySd, double days) {
    assertThatThrownBy(() -> Margin.of(60, 55, dailySd, days, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("daily sd " + dailySd + " and days " + days + " must be positive");
  }
}
