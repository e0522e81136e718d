package org.muscat.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactMeanTest {

  @Test
  void shouldBeTheNearestDoubleToTheMean() {
    Random random = new Random(31);
    for (int round = 0; round < 500; round++) {
      double[] values =
          random.doubles(1 + random.nextInt(300)).map(v -> Math.exp(8 * v) * (v - 0.5)).toArray();

      assertThat(Samples.mean(values)).isEqualTo(nearest(values));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, -1e-300, Double.MIN_VALUE, 0x1.fffffffffffffp1023, 1e300 / 3})
  void shouldBeTheValueItselfOfEqualValues(double value) {
    for (int count = 1; count < 60; count++) {
      double[] values = new double[count];
      Arrays.fill(values, value);

      assertThat(Samples.mean(values)).isEqualTo(value);
    }
  }

  @Test
  void shouldKeepWhatIsLeftWhenLargeValuesCancel() {
    assertThat(Samples.mean(new double[] {1e17, 3, -1e17})).isEqualTo(1);
    assertThat(Samples.mean(new double[] {-1e17, 1e17, 3})).isEqualTo(1);
  }

  @Test
  void shouldLeaveMissingValuesOutAndKnowNothingOfNothing() {
    assertThat(Samples.mean(new double[] {Double.NaN, 2, 4})).isEqualTo(3);
    assertThat(Samples.mean(new double[] {Double.NaN})).isNaN();
  }

  private static double nearest(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum.divide(BigDecimal.valueOf(values.length), new MathContext(60)).doubleValue();
  }
}
