package org.muscat.engine.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsymmetricResponseTest {

  private static final AsymmetricResponse RESPONSE = AsymmetricResponse.DEFAULT;

  @ParameterizedTest
  @CsvSource({"60, 50, 52", "60, 70, 64", "60, 60, 60"})
  void shouldHoldTheGoldenValuesAfterOneDay(double index, double target, double expected) {
    double next = RESPONSE.next(index, target, 1);

    assertThat(next).isCloseTo(expected, within(1e-12));
  }

  @Test
  void shouldRiseAsFastAsItFallsInConflictWithAMediatedAgreement() {
    AsymmetricResponse response = RESPONSE.inConflictWithMediatedAgreement();

    assertThat(response.next(60, 70, 1)).isCloseTo(68, within(1e-12));
    assertThat(response.next(60, 50, 1)).isCloseTo(52, within(1e-12));
  }

  @Test
  void shouldEndInPartialStepsWhereTheWholeStepEnds() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      double index = 100 * random.nextDouble();
      double target = 100 * random.nextDouble();
      double days = 3 * random.nextDouble();
      int steps = 1 + random.nextInt(24);

      double partial = index;
      for (int step = 0; step < steps; step++) {
        partial = RESPONSE.next(partial, target, days / steps);
      }

      assertThat(partial).isCloseTo(RESPONSE.next(index, target, days), within(1e-10));
    }
  }

  @Test
  void shouldNeverPassItsTarget() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      double index = 100 * random.nextDouble();
      double target = 100 * random.nextDouble();

      double next = RESPONSE.next(index, target, 10 * random.nextDouble());

      assertThat(next).isBetween(Math.min(index, target), Math.max(index, target));
    }
  }

  @Test
  void shouldReachItsTargetAtOnceWithoutLag() {
    AsymmetricResponse response = new AsymmetricResponse(1, 1);

    assertThat(response.next(60, 17, 1)).isEqualTo(17);
    assertThat(response.next(60, 17, 0)).isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void shouldRefuseAStepBackInTime(double days) {
    assertThatThrownBy(() -> RESPONSE.next(60, 50, days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a step of " + days + " days is negative or not finite");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1.1, Double.NaN})
  void shouldRefuseAFractionThatNeverArrivesOrOvershoots(double fraction) {
    assertThatThrownBy(() -> new AsymmetricResponse(0.8, fraction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fraction of the gap closed up " + fraction + " is not in (0,1]");
  }

  @Test
  void shouldRefuseAFractionInEitherDirection() {
    assertThatThrownBy(() -> new AsymmetricResponse(0, 0.4)).hasMessageContaining("down 0.0");
    assertThatThrownBy(() -> new AsymmetricResponse(0.8, 1.1)).hasMessageContaining("up 1.1");
  }
}
