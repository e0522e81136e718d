package org.muscat.engine.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstPassageTest {

  @ParameterizedTest
  @CsvSource({"0, 0.1267", "-0.3, 0.2608", "0.3, 0.0510"})
  void shouldHoldTheGoldenValues(double drift, double expected) {
    double probability = FirstPassage.probability(12, 2.1, drift, 14);

    assertThat(probability).isCloseTo(expected, within(0.5e-4));
  }

  @Test
  void shouldAgreeWithSimulatedPaths() {
    Random random = new Random(1);
    int paths = 4_000;
    int steps = 1_400;
    int touched = 0;
    for (int path = 0; path < paths; path++) {
      double level = 6;
      for (int step = 0; step < steps && level > 0; step++) {
        level += -0.2 * 0.01 + 2 * Math.sqrt(0.01) * random.nextGaussian();
      }
      touched += level <= 0 ? 1 : 0;
    }

    // A path seen only every hundredth of a day misses touches, as if it began further away by
    // .5826 sigma sqrt(dt) (Broadie, Glasserman and Kou 1997).
    double expected = FirstPassage.probability(6 + 0.5826 * 2 * 0.1, 2, -0.2, 14);
    double standardError = Math.sqrt(expected * (1 - expected) / paths);
    assertThat((double) touched / paths).isCloseTo(expected, within(4 * standardError));
  }

  @Test
  void shouldBeAProbabilityThatFallsWithTheDistance() {
    Random random = new Random(2);
    for (int i = 0; i < 5_000; i++) {
      double distance = 100 * random.nextDouble();
      double sd = 0.8 + 10 * random.nextDouble();
      double drift = 40 * (random.nextDouble() - 0.5);
      double days = 1 + 60 * random.nextDouble();

      double near = FirstPassage.probability(distance, sd, drift, days);
      double far = FirstPassage.probability(distance + 1, sd, drift, days);

      assertThat(near).isBetween(0.0, 1.0);
      assertThat(far).isBetween(0.0, near + 1e-12);
    }
  }

  @Test
  void shouldNotOverflowUnderAStrongFall() {
    double falling = FirstPassage.probability(90, 0.8, -30, 14);
    double tooFar = FirstPassage.probability(90, 0.8, -3, 14);

    assertThat(falling).isCloseTo(1, within(1e-12));
    assertThat(tooFar).isBetween(0.0, 1e-12);
  }

  @Test
  void shouldBeContinuousAtNoDrift() {
    double none = FirstPassage.probability(12, 2.1, 0, 14);

    assertThat(FirstPassage.probability(12, 2.1, -1e-12, 14)).isCloseTo(none, within(1e-11));
    assertThat(FirstPassage.probability(12, 2.1, 1e-12, 14)).isCloseTo(none, within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({"0", "-3"})
  void shouldBeCertainAtAndBelowTheThreshold(double distance) {
    assertThat(FirstPassage.probability(distance, 2, 0.5, 14)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, 14", "1, 2, 0, 0", "NaN, 2, 0, 14", "1, 2, NaN, 14"})
  void shouldRefuseWhatIsNoMotion(double distance, double sd, double drift, double days) {
    assertThatThrownBy(() -> FirstPassage.probability(distance, sd, drift, days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive");
  }
}
