package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EwmaVarianceTest {

  private final double[] returns = Reference.of("regression-input.csv").column("oil");

  @Test
  void shouldAgreeWithR() {
    double annual = 100 * Math.sqrt(252 * EwmaVariance.last(0.94, returns));

    assertThat(annual)
        .isCloseTo(Reference.of("regression-output.csv").value("ewma"), within(1e-10));
  }

  @Test
  void shouldWeighTheNewestMost() {
    assertThat(EwmaVariance.path(0.5, 0.01, 0.02))
        .containsExactly(new double[] {1e-4, (0.5 * 1e-4 + 4e-4) / 1.5}, within(1e-18));
  }

  @Test
  void shouldKnowOnlyThePast() {
    double[] path = EwmaVariance.path(0.94, returns);

    for (int count = 1; count < returns.length; count += 17) {
      assertThat(EwmaVariance.last(0.94, Arrays.copyOf(returns, count))).isEqualTo(path[count - 1]);
    }
  }

  @Test
  void shouldRefuseWhatIsNoWeightAndNoReturn() {
    assertThatThrownBy(() -> EwmaVariance.path(1, 0.01))
        .hasMessage("lambda 1.0 is not between 0 and 1");
    assertThatThrownBy(() -> EwmaVariance.path(0, 0.01))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EwmaVariance.last(0.94))
        .hasMessage("a variance needs at least one return");
  }
}
