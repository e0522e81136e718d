package org.muscat.engine.panel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muscat.engine.panel.Panel;

class CorrelationTest {

  private static final double NAN = Double.NaN;

  @ParameterizedTest
  @EnumSource
  void shouldBeBoundedSymmetricAndTurnWithASign(Correlation correlation) {
    Random random = new Random(8);
    for (int round = 0; round < 300; round++) {
      double[] x = random.doubles(9).map(v -> Math.round(8 * v)).toArray();
      double[] y = random.doubles(9).map(v -> Math.round(8 * v)).toArray();
      double[] turned = Arrays.stream(y).map(v -> -3 * v).toArray();

      double r = correlation.of(x, y);

      assertThat(r).isBetween(-1.0, 1.0);
      assertThat(correlation.of(y, x)).isCloseTo(r, within(1e-15));
      assertThat(correlation.of(x, turned)).isCloseTo(-r, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldUseOnlyCompletePairs(Correlation correlation) {
    double[] x = {1, 2, NAN, 4, 3};
    double[] y = {2, 1, 9, NAN, 5};

    assertThat(correlation.of(x, y))
        .isEqualTo(correlation.of(new double[] {1, 2, 3}, new double[] {2, 1, 5}));
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeUndefinedForAConstant(Correlation correlation) {
    assertThat(correlation.of(new double[] {1, 2, 3}, new double[] {5, 5, 5})).isNaN();
    assertThat(correlation.of(new double[] {1, NAN}, new double[] {NAN, 5})).isNaN();
  }

  @Test
  void shouldCountTiesInKendallsTauB() {
    // Concordant: the first with the third and with the fourth; tied in x one pair, in y three.
    double[] x = {1, 1, 2, 3};
    double[] y = {1, 2, 2, 2};

    assertThat(Correlation.KENDALL.of(x, y)).isCloseTo(2 / Math.sqrt(5 * 3), within(1e-15));
  }

  @Test
  void shouldRefuseColumnsOfDifferentLengths() {
    assertThatThrownBy(() -> Correlation.PEARSON.of(new double[2], new double[3]))
        .hasMessageContaining("2 and 3 values");
  }

  @Test
  void shouldGiveAnAlphaOfOneToCopiesAndRefuseASingleColumn() {
    double[] x = {1, 5, 3};
    Panel copies =
        Panel.of(List.of("u", "v", "w"), List.of("a", "b", "c"), new double[][] {x, x, x});

    assertThat(Consistency.alpha(copies, List.of("a", "b", "c"))).isCloseTo(1, within(1e-15));
    assertThatThrownBy(() -> Consistency.alpha(copies, List.of("a"))).hasMessageContaining("[a]");
  }

  @Test
  void shouldDefineAlphaFromTwoUnitsOn() {
    Panel two = Panel.of(List.of("u", "v"), List.of("a", "b"), new double[][] {{1, 3}, {1, 2}});
    Panel one = Panel.of(List.of("u"), List.of("a", "b"), new double[][] {{1}, {3}});

    // Variances 2 and 1/2, covariance 1: 2 (1 + 1) / (2 + 1/2 + 1 + 1).
    assertThat(Consistency.alpha(two, List.of("a", "b"))).isCloseTo(4 / 4.5, within(1e-15));
    assertThat(Consistency.alpha(one, List.of("a", "b"))).isNaN();
  }
}
