package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HawkesTest {

  private static final int ROWS = 10;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void shouldGiveTheLikelihoodOfTheDoubleSumOfR(int row) {
    Reference r = Reference.of("hawkes-output.csv");

    double logLikelihood = model(r, row).logLikelihood(times(r, row));

    assertThat(r.rows()).hasSize(ROWS);
    assertThat(logLikelihood).isCloseTo(r.column("logLikelihood")[row], within(1e-9));
  }

  /** R takes differences, which are good to some millionths of the steepest slope. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void shouldGiveTheSlopesOfR(int row) {
    Reference r = Reference.of("hawkes-output.csv");

    double[] gradient = model(r, row).gradient(times(r, row));

    assertThat(gradient[0]).isCloseTo(r.column("byMu")[row], within(1e-4));
    assertThat(gradient[1]).isCloseTo(r.column("byA")[row], within(1e-4));
    assertThat(gradient[2]).isCloseTo(r.column("byB")[row], within(1e-4));
  }

  @Test
  void shouldCurveAsItsSlopesChange() {
    MarkedTimes times = SimulatedHawkes.of(new Hawkes(0.2, 0.5, 0.6), 500, 1);
    double step = 1e-5;

    double[][] information = new Hawkes(0.3, 0.4, 0.5).information(times);

    double[][] slopes = {
      difference(new Hawkes(0.3 + step, 0.4, 0.5), new Hawkes(0.3 - step, 0.4, 0.5), step, times),
      difference(new Hawkes(0.3, 0.4 + step, 0.5), new Hawkes(0.3, 0.4 - step, 0.5), step, times),
      difference(new Hawkes(0.3, 0.4, 0.5 + step), new Hawkes(0.3, 0.4, 0.5 - step), step, times)
    };
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(information[i][j]).isCloseTo(-slopes[i][j], within(1e-4));
      }
    }
  }

  @Test
  void shouldBeAPoissonProcessWithoutExcitation() {
    MarkedTimes times = MarkedTimes.of(new double[] {1, 2, 7}, new double[] {1, 1, 1}, 10);

    double logLikelihood = new Hawkes(0.3, 0, 1).logLikelihood(times);

    assertThat(logLikelihood).isCloseTo(3 * Math.log(0.3) - 3, within(1e-12));
  }

  @Test
  void shouldGiveTheIntensityOfTwoThingsByHand() {
    MarkedTimes times = MarkedTimes.of(new double[] {1, 3}, new double[] {2, 0.5}, 10);
    Hawkes model = new Hawkes(0.1, 0.4, 0.5);

    double expected = 0.1 + 2 * 0.2 * Math.exp(-0.5 * 4) + 0.5 * 0.2 * Math.exp(-0.5 * 2);

    assertThat(model.intensity(times, 5)).isCloseTo(expected, within(1e-15));
    assertThat(model.intensity(times, 1)).isEqualTo(0.1);
  }

  @Test
  void shouldExpectTheIntegralOfItsIntensity() {
    MarkedTimes times = MarkedTimes.of(new double[] {1, 3}, new double[] {2, 0.5}, 10);
    Hawkes model = new Hawkes(0.1, 0.4, 0.5);

    double sum = 0;
    int steps = 100_000;
    for (int i = 0; i < steps; i++) {
      sum += model.intensity(times, (i + 0.5) * 8 / steps) * 8 / steps;
    }

    assertThat(model.compensator(times, 8)).isCloseTo(sum, within(1e-5));
  }

  @Test
  void shouldNotLetThingsOfOneMomentExciteEachOther() {
    Hawkes model = new Hawkes(0.1, 0.5, 1);
    MarkedTimes together = MarkedTimes.of(new double[] {2, 2}, new double[] {1, 1}, 2);

    assertThat(model.logLikelihood(together)).isCloseTo(2 * Math.log(0.1) - 0.2, within(1e-12));
  }

  @Test
  void shouldHaveAMeanOnlyWhileItIsStationary() {
    Hawkes model = new Hawkes(0.2, 0.5, 1);

    assertThat(model.meanIntensity(1.2)).isCloseTo(0.5, within(1e-12));
    assertThatThrownBy(() -> model.meanIntensity(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a branching ratio of 1.0 has no long run; it must be below 1");
  }

  @Test
  void shouldRefuseWhatIsNoProcess() {
    assertThatThrownBy(() -> new Hawkes(0, 0.5, 1)).hasMessageContaining("mu is 0.0");
    assertThatThrownBy(() -> new Hawkes(1, -0.1, 1)).hasMessageContaining("a is -0.1");
    assertThatThrownBy(() -> new Hawkes(1, 0.5, Double.NaN)).hasMessageContaining("b is NaN");
  }

  @Test
  void shouldRefuseTimesThatFallOrLieOutside() {
    double[] marks = {1, 1};

    assertThatThrownBy(() -> MarkedTimes.of(new double[] {2, 1}, marks, 3))
        .hasMessage("time 1 is 1.0, not in [2.0, 3.0]");
    assertThatThrownBy(() -> MarkedTimes.of(new double[] {1, 4}, marks, 3))
        .hasMessage("time 1 is 4.0, not in [1.0, 3.0]");
    assertThatThrownBy(() -> MarkedTimes.of(new double[] {1, 2}, new double[] {1, -1}, 3))
        .hasMessage("mark 1 is -1.0, below 0");
    assertThatThrownBy(() -> MarkedTimes.of(new double[] {1}, marks, 3))
        .hasMessage("1 times and 2 marks");
  }

  private static double[] difference(Hawkes more, Hawkes less, double step, MarkedTimes times) {
    double[] up = more.gradient(times);
    double[] down = less.gradient(times);
    return new double[] {
      (up[0] - down[0]) / (2 * step), (up[1] - down[1]) / (2 * step), (up[2] - down[2]) / (2 * step)
    };
  }

  static Hawkes model(Reference r, int row) {
    return new Hawkes(r.column("mu")[row], r.column("a")[row], r.column("b")[row]);
  }

  private static MarkedTimes times(Reference r, int row) {
    return times(r.rows().get(row).get(0));
  }

  /** The times of the reference, "exact" or by whole "days". */
  static MarkedTimes times(String series) {
    Reference input = Reference.of("hawkes-input.csv");
    return MarkedTimes.of(input.column(series), input.column("mark"), 600);
  }
}
