package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void shouldAgreeWithTypeSeven() {
    double[] values = {9, 1, 4, 16, 25};

    assertThat(Quantiles.quantile(0, values)).isEqualTo(1);
    assertThat(Quantiles.quantile(0.1, values)).isCloseTo(2.2, within(1e-12));
    assertThat(Quantiles.quantile(0.3, values)).isCloseTo(5, within(1e-12));
    assertThat(Quantiles.quantile(0.5, values)).isEqualTo(9);
    assertThat(Quantiles.quantile(0.9, values)).isCloseTo(21.4, within(1e-12));
    assertThat(Quantiles.quantile(1, values)).isEqualTo(25);
  }

  @Test
  void shouldTakeTheMiddleOfAnEvenNumber() {
    assertThat(Quantiles.median(4, 1, 3, 2)).isEqualTo(2.5);
    assertThat(Quantiles.median(7)).isEqualTo(7);
  }

  @Test
  void shouldMeasureTheDeviationFromTheMedian() {
    assertThat(Quantiles.mad(1, 1, 2, 2, 4, 6, 9)).isEqualTo(1);
    assertThat(Quantiles.mad(3, 3, 3)).isZero();
  }

  @Test
  void shouldRiseWithTheProbabilityAndStayInside() {
    Random random = new Random(22);
    for (int round = 0; round < 200; round++) {
      double[] values = random.doubles(1 + random.nextInt(40), -100, 100).toArray();
      double low = random.nextDouble();
      double high = low + (1 - low) * random.nextDouble();

      assertThat(Quantiles.quantile(low, values))
          .isGreaterThanOrEqualTo(Arrays.stream(values).min().orElseThrow())
          .isLessThanOrEqualTo(Quantiles.quantile(high, values));
    }
  }

  @Test
  void shouldLeaveItsArgumentAlone() {
    double[] values = {3, 1, 2};

    Quantiles.mad(values);

    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void shouldRefuseWhatHasNoQuantile() {
    assertThatThrownBy(Quantiles::median).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quantiles.median(1, Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Quantiles.quantile(1.1, 1)).hasMessageContaining("1.1");
  }
}
