package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RidgeRegressionTest {

  private static final String[] REGRESSORS = {"copper", "yield", "dollar"};

  private final double[][] regressors =
      Reference.of("regression-input.csv").columns("copper", "yield", "dollar");
  private final double[] oil = Reference.of("regression-input.csv").column("oil");

  @ParameterizedTest
  @CsvSource({"ols, 0", "ridge, 1e-3", "strong, 0.5"})
  void shouldAgreeWithR(String name, double ridge) {
    Reference r = Reference.of("regression-output.csv");

    RidgeRegression fit = RidgeRegression.fit(regressors, oil, ridge);

    assertThat(fit.constant()).isCloseTo(r.value(name + "-constant"), within(1e-10));
    for (int j = 0; j < REGRESSORS.length; j++) {
      assertThat(fit.slope(j)).isCloseTo(r.value(name + "-" + REGRESSORS[j]), within(1e-10));
    }
    assertThat(lastTwenty(fit, regressors)).isCloseTo(r.value(name + "-sum20"), within(1e-10));
  }

  @Test
  void shouldNotDependOnUnits() {
    double[][] others = Arrays.stream(regressors).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < oil.length; i++) {
      others[1][i] *= 100;
    }

    RidgeRegression fit = RidgeRegression.fit(regressors, oil, 0.1);
    RidgeRegression other = RidgeRegression.fit(others, oil, 0.1);

    assertThat(other.slope(1)).isCloseTo(fit.slope(1) / 100, within(1e-12));
    assertThat(lastTwenty(other, others)).isCloseTo(lastTwenty(fit, regressors), within(1e-12));
  }

  @Test
  void shouldFindALineExactly() {
    double[] x = {1, 2, 4, 7, 11};
    double[] y = Arrays.stream(x).map(value -> 3 - 2 * value).toArray();

    RidgeRegression fit = RidgeRegression.fit(new double[][] {x}, y, 0);

    assertThat(fit.constant()).isCloseTo(3, within(1e-12));
    assertThat(fit.slope(0)).isCloseTo(-2, within(1e-12));
    assertThat(fit.residual(new double[][] {x}, y, 4)).isCloseTo(0, within(1e-12));
  }

  @Test
  void shouldSayWhatCannotBeFitted() {
    double[] x = {1, 2, 3, 4, 6};
    double[] twice = {2, 4, 6, 8, 12};

    assertThatThrownBy(() -> RidgeRegression.fit(new double[][] {{1, 1, 1, 1, 1}}, x, 0))
        .hasMessage("regressor 0 is constant");
    assertThatThrownBy(() -> RidgeRegression.fit(new double[][] {x, twice}, x, 0))
        .hasMessage("one regressor is a mixture of others");
    assertThatThrownBy(() -> RidgeRegression.fit(new double[][] {x, twice, x, x}, x, 1))
        .hasMessage("5 rows are too few for 5 coefficients");
    assertThatThrownBy(() -> RidgeRegression.fit(new double[][] {{1, 2}}, x, 0))
        .hasMessage("regressor 0 has 2 rows, the response 5");
    assertThatThrownBy(() -> RidgeRegression.fit(new double[][] {x}, twice, -1))
        .hasMessage("ridge -1.0 is negative");
  }

  private double lastTwenty(RidgeRegression fit, double[][] columns) {
    double sum = 0;
    for (int row = oil.length - 20; row < oil.length; row++) {
      sum += fit.residual(columns, oil, row);
    }
    return sum;
  }
}
