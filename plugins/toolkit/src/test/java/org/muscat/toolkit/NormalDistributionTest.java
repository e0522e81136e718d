package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {

  /** From mpmath with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "0.1, 0.53982783727702898367",
    "0.5, 0.69146246127401310364",
    "1, 0.84134474606854294859",
    "1.6448536269514722, 0.94999999999999994607",
    "2, 0.9772498680518207928",
    "3, 0.99865010196836990547",
    "4, 0.99996832875816688008",
    "6, 0.99999999901341235496",
    "-0.1, 0.46017216272297101633",
    "-1, 0.15865525393145705141",
    "-1.2815515655446004, 0.10000000000000001729",
    "-1.959963984540054, 0.025000000000000010876",
    "-2.5, 0.006209665325776135167",
    "-3, 0.0013498980316300945267",
    "-3.090232306167813, 0.0010000000000000011765",
    "-5, 2.8665157187919391167e-7",
    "-8, 6.2209605742717841235e-16",
    "-20, 2.7536241186062336951e-89",
    "-37, 5.7255712225245768227e-300"
  })
  void shouldAgreeWithKnownValues(double x, double expected) {
    assertThat(NormalDistribution.cdf(x)).isCloseTo(expected, within(1e-12 * expected));
  }

  @Test
  void shouldRiseAndBeSymmetric() {
    Random random = new Random(23);
    for (int round = 0; round < 10_000; round++) {
      double x = random.nextDouble() * 10;

      assertThat(NormalDistribution.cdf(x) + NormalDistribution.cdf(-x))
          .isCloseTo(1, within(1e-15));
      assertThat(NormalDistribution.cdf(-x)).isGreaterThan(NormalDistribution.cdf(-x - 1e-6));
    }
  }

  @Test
  void shouldEndAtZeroAndOne() {
    assertThat(NormalDistribution.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(NormalDistribution.cdf(Double.NEGATIVE_INFINITY)).isZero();
    assertThatThrownBy(() -> NormalDistribution.cdf(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
