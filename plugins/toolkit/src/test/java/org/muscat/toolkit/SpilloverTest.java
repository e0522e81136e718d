package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpilloverTest {

  private final double[][] columns =
      Reference.of("spillover-input.csv").columns("a", "b", "c", "d");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void shouldAgreeWithR(int row) {
    Reference r = Reference.of("spillover-output.csv");
    int lags = (int) r.column("lags")[row];
    int horizon = (int) r.column("horizon")[row];

    double total = Spillover.totalIndex(VectorAutoregression.fit(columns, lags), horizon);

    assertThat(total).isCloseTo(r.column("total")[row], within(1e-8));
  }

  @Test
  void shouldNotDependOnTheOrderOfTheSeries() {
    double[][] other = {columns[3], columns[1], columns[0], columns[2]};

    assertThat(Spillover.totalIndex(VectorAutoregression.fit(other, 2), 10))
        .isCloseTo(Spillover.totalIndex(VectorAutoregression.fit(columns, 2), 10), within(1e-10));
  }

  @Test
  void shouldNotDependOnUnits() {
    double[][] other =
        Arrays.stream(columns)
            .map(column -> Arrays.stream(column).map(value -> 3 * value + 7).toArray())
            .toArray(double[][]::new);

    assertThat(Spillover.totalIndex(VectorAutoregression.fit(other, 2), 10))
        .isCloseTo(Spillover.totalIndex(VectorAutoregression.fit(columns, 2), 10), within(1e-9));
  }

  @Test
  void shouldShareOutTheWholeError() {
    double[][] shares = Spillover.shares(VectorAutoregression.fit(columns, 2), 10);

    for (double[] row : shares) {
      assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(row).boxed()).allMatch(share -> share > 0 && share < 1);
    }
  }

  @Test
  void shouldFindNothingInASingleSeries() {
    double[][] alone = {columns[0]};

    assertThat(Spillover.totalIndex(VectorAutoregression.fit(alone, 1), 10)).isZero();
  }

  @Test
  void shouldSayWhatCannotBeFitted() {
    double[][] constant = {columns[0], new double[columns[0].length]};
    double[][] shorter = {columns[0], new double[3]};

    assertThatThrownBy(() -> VectorAutoregression.fit(constant, 1))
        .hasMessage("one regressor is a mixture of others");
    assertThatThrownBy(() -> VectorAutoregression.fit(shorter, 1))
        .hasMessage("series 1 is not as long as the first");
    assertThatThrownBy(() -> VectorAutoregression.fit(new double[2][10], 4))
        .hasMessage("4 lags of 2 series need more than 13 rows, there are 10");
    assertThatThrownBy(() -> Spillover.totalIndex(VectorAutoregression.fit(columns, 1), 0))
        .hasMessage("horizon 0 is below 1");
  }
}
