package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.spi.Scale;

class ScalesTest {

  static Stream<Scale> scales() {
    return Stream.of(
        Scale.logistic(15.48, 48.02),
        Scale.logistic(0.95, 0.55),
        Scale.logLogistic(1.33, 2.94),
        Scale.linear(1, 0, 0, 60),
        Scale.linear(0, 0, 1, 100),
        Scale.normal());
  }

  @Test
  void shouldGiveTenAndNinetyAtTheAnchors() {
    for (Scale scale : new Scale[] {Scale.logistic(15.48, 48.02), Scale.logLogistic(1.33, 2.94)}) {
      assertThat(Scales.risk(scale, scale.calm())).isCloseTo(10, within(1e-12));
      assertThat(Scales.risk(scale, scale.stressed())).isCloseTo(90, within(1e-12));
    }
    assertThat(Scales.risk(Scale.logistic(15.48, 48.02), 31.75)).isCloseTo(50, within(1e-12));
  }

  @Test
  void shouldFallWhenTheAnchorsAreSwapped() {
    Scale transits = Scale.logistic(0.95, 0.55);

    assertThat(Scales.risk(transits, 0.95)).isCloseTo(10, within(1e-12));
    assertThat(Scales.risk(transits, 0.55)).isCloseTo(90, within(1e-12));
    assertThat(Scales.risk(transits, 0.1)).isGreaterThan(99);
  }

  @Test
  void shouldGiveKnownNormalProbabilities() {
    assertThat(Scales.risk(Scale.normal(), 0)).isCloseTo(50, within(1e-12));
    assertThat(Scales.risk(Scale.normal(), 1.959963984540054)).isCloseTo(97.5, within(1e-10));
    assertThat(Scales.risk(Scale.normal(), 40)).isEqualTo(Scales.risk(Scale.normal(), 4));
  }

  @Test
  void shouldPutANonPositiveRatioBeyondTheCalmEndOfALogScale() {
    assertThat(Scales.risk(Scale.logLogistic(1.33, 2.94), 0)).isZero();
    assertThat(Scales.risk(Scale.logLogistic(1.33, 2.94), -3)).isZero();
    assertThat(Scales.risk(Scale.logLogistic(2.94, 1.33), -3)).isEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("scales")
  void shouldBeBoundedAndMonotone(Scale scale) {
    double direction = Math.signum(scale.stressed() - scale.calm());
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      double a = scale.calm() + 20 * random.nextGaussian();
      double b = a + direction * Math.abs(random.nextGaussian());

      assertThat(Scales.risk(scale, a)).isBetween(0.0, 100.0);
      assertThat(Scales.risk(scale, b)).isGreaterThanOrEqualTo(Scales.risk(scale, a));
    }
  }

  @ParameterizedTest
  @MethodSource("scales")
  void shouldInvert(Scale scale) {
    Random random = new Random(2);
    for (int i = 0; i < 10_000; i++) {
      double low = Math.max(0.01, scale.calmRisk());
      double high = Math.min(99.99, scale.stressedRisk());
      double risk = low + (high - low) * random.nextDouble();

      assertThat(Scales.risk(scale, Scales.reading(scale, risk))).isCloseTo(risk, within(1e-9));
    }
  }

  @Test
  void shouldNotDependOnTheUnit() {
    Scale dollars = Scale.logistic(-0.2, 7.9);
    Scale cents = Scale.logistic(-20, 790);

    assertThat(Scales.risk(cents, 512)).isCloseTo(Scales.risk(dollars, 5.12), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("scales")
  void shouldRefuseARiskThatNoReadingHas(Scale scale) {
    assertThatThrownBy(() -> Scales.reading(scale, 100.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100.5");
    assertThatThrownBy(() -> Scales.reading(scale, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
