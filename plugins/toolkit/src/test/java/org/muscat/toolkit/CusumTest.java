package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CusumTest {

  @Test
  void shouldAddUpWhatExceedsTheAllowance() {
    Cusum sum = Cusum.empty(0.5).after(2).after(1).after(0.6);

    assertThat(sum.value()).isCloseTo(2.1, within(1e-12));
  }

  @Test
  void shouldNeverFallBelowNothing() {
    Cusum sum = Cusum.empty(0.5).after(1).after(-7);

    assertThat(sum.value()).isZero();
    assertThat(sum.after(1).value()).isCloseTo(0.5, within(1e-12));
  }

  /** Ten days at one standard deviation are as much as one day at five and a half. */
  @Test
  void shouldWeighLastingShiftsLikeOneLargeOne() {
    Cusum lasting = Cusum.empty(0.5);
    for (int day = 0; day < 10; day++) {
      lasting = lasting.after(1);
    }

    assertThat(lasting).isEqualTo(Cusum.empty(0.5).after(5.5));
  }

  @Test
  void shouldStopAtACeiling() {
    assertThat(Cusum.empty(0).after(90).atMost(60).value()).isEqualTo(60);
    assertThat(Cusum.empty(0).after(9).atMost(60).value()).isEqualTo(9);
  }

  @Test
  void shouldRefuseWhatIsNoScore() {
    assertThatThrownBy(() -> Cusum.empty(0.5).after(Double.NaN))
        .hasMessage("score NaN is not finite; leave it out instead");
    assertThatThrownBy(() -> Cusum.empty(-1)).hasMessageContaining("allowance -1.0");
  }
}
