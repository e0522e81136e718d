package org.muscat.engine.panel.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactorialTest {

  private static final Factorial SIX =
      new Factorial(List.of(Factor.choice("limit", 3), Factor.choice("mean", 2)));

  @Test
  void shouldNumberCombinationsWithTheLastFactorFastest() {
    assertThat(SIX.runs()).isEqualTo(6);
    assertThat(SIX.run(0)).containsExactly(0, 0);
    assertThat(SIX.run(1)).containsExactly(0, 1);
    assertThat(SIX.run(5)).containsExactly(2, 1);
  }

  @Test
  void shouldShareOutTheVarianceOfASum() {
    // y = x + 10 z, x of 0 1 2 and z of 0 1: variances 2/3 and 25.
    List<SobolIndex> indices = SIX.indices(new double[] {0, 10, 1, 11, 2, 12});

    double all = 2 / 3.0 + 25;
    assertThat(indices.get(0).first()).isCloseTo(2 / 3.0 / all, within(1e-15));
    assertThat(indices.get(0).total()).isCloseTo(2 / 3.0 / all, within(1e-15));
    assertThat(indices.get(1).first()).isCloseTo(25 / all, within(1e-15));
    assertThat(indices.get(0).firstInterval()).isNull();
  }

  @Test
  void shouldFindWhatActsByInteractionAloneInTheTotal() {
    Factorial four = new Factorial(List.of(Factor.choice("one", 2), Factor.choice("two", 2)));

    List<SobolIndex> indices = four.indices(new double[] {1, -1, -1, 1});

    assertThat(indices).allSatisfy(index -> assertThat(index.first()).isZero());
    assertThat(indices).allSatisfy(index -> assertThat(index.total()).isEqualTo(1));
  }

  @Test
  void shouldExplainNothingWhereNothingVaries() {
    assertThat(SIX.indices(new double[6]).get(0).total()).isNaN();
  }

  @Test
  void shouldRefuseWhatCannotBeEnumerated() {
    assertThatThrownBy(() -> new Factorial(List.of())).hasMessageContaining("there is no factor");
    assertThatThrownBy(() -> new Factorial(List.of(Factor.number("share"))))
        .hasMessage("the factor 'share' has no finite alternatives to combine");
    Factor many = Factor.choice("weights", 50_000);
    assertThatThrownBy(() -> new Factorial(List.of(many, many, many, many, many)))
        .hasMessage("there are more than 1000000 combinations; take a random design");
    assertThatThrownBy(() -> SIX.indices(new double[5]))
        .hasMessage("5 responses for 6 combinations");
  }
}
