package org.muscat.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratedMixTest {

  @ParameterizedTest
  @CsvSource({"0.8, 0.5, 0.80", "0.8, 0.9, 0.288"})
  void shouldHoldTheGoldenValues(double dialogue, double pressure, double expected) {
    double mix = CalibratedMix.DEFAULT.of(dialogue, pressure);

    assertThat(mix).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.8, 1, 1.6, 3})
  void shouldBeNothingWithoutPressureAndWholeAtItsOptimum(double rho) {
    CalibratedMix mix = new CalibratedMix(rho);

    for (double dialogue = 0; dialogue <= 1; dialogue += 0.125) {
      assertThat(mix.of(dialogue, 0)).isZero();
      assertThat(mix.of(dialogue, mix.optimum())).isCloseTo(dialogue, within(1e-12));
    }
  }

  @Test
  void shouldBeSymmetricAboutItsOptimum() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      CalibratedMix mix = new CalibratedMix(1 + 2 * random.nextDouble());
      double dialogue = random.nextDouble();
      double off = mix.optimum() * random.nextDouble();

      double below = mix.of(dialogue, mix.optimum() - off);
      double above = mix.of(dialogue, mix.optimum() + off);

      assertThat(above).isCloseTo(below, within(1e-12));
    }
  }

  @Test
  void shouldBeNothingWhereThePressureIsPastAllMeasure() {
    CalibratedMix mix = new CalibratedMix(2);

    assertThat(mix.of(0.9, 0.5)).isZero();
    assertThat(mix.of(0.9, 0.7)).isZero();
    assertThat(mix.gradient(0.9, 0.7)).isZero();
  }

  @Test
  void shouldHaveTheGradientOfTheMix() {
    Random random = new Random(2);
    double step = 1e-6;
    for (int i = 0; i < 2_000; i++) {
      CalibratedMix mix = new CalibratedMix(0.5 + random.nextDouble() / 2);
      double dialogue = random.nextDouble();
      double pressure = step + (1 - 2 * step) * random.nextDouble();

      double slope =
          (mix.of(dialogue, pressure + step) - mix.of(dialogue, pressure - step)) / (2 * step);

      assertThat(mix.gradient(dialogue, pressure)).isCloseTo(slope, within(1e-8));
    }
  }

  @Test
  void shouldSayWhetherMorePressureHelpsOrHurts() {
    CalibratedMix mix = CalibratedMix.DEFAULT;

    assertThat(mix.gradient(0.8, 0.3)).isCloseTo(1.28, within(1e-12));
    assertThat(mix.gradient(0.8, mix.optimum())).isZero();
    assertThat(mix.gradient(0.8, 0.9)).isCloseTo(-2.56, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"-0.1, 0.5", "0.5, 1.1", "NaN, 0.5", "0.5, NaN"})
  void shouldRefuseAnAxisOutsideItsRange(double dialogue, double pressure) {
    assertThatThrownBy(() -> CalibratedMix.DEFAULT.of(dialogue, pressure))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be in [0,1]");
    assertThatThrownBy(() -> CalibratedMix.DEFAULT.gradient(dialogue, pressure))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be in [0,1]");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void shouldRefuseARhoThatIsNotPositive(double rho) {
    assertThatThrownBy(() -> new CalibratedMix(rho))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rho " + rho + " is not positive");
  }
}
