package org.muscat.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.engine.regime.GaussianHmm.Step;

class GaussianHmmTest {

  private static final double[][] TRANSITION = {{.97, .03}, {.08, .92}};
  private static final double[][] MEAN = {{0}, {1.5}};
  private static final double[][] SD = {{.5}, {1.1}};
  private static final GaussianHmm TWO_STATES = new GaussianHmm(TRANSITION, MEAN, SD);
  private static final List<Double> STATIONARY = List.of(.08 / .11, .03 / .11);
  private static final List<Double> EVEN = List.of(.5, .5);

  @Test
  void shouldEqualTheSumOverAllPaths() {
    double[] observed = {0.3, 1.9, 1.2, -0.4, 2.5, 0.1};

    List<Double> probabilities = STATIONARY;
    for (double value : observed) {
      probabilities = TWO_STATES.step(probabilities, seen(value), 1).filtered();
    }

    assertThat(probabilities.get(1)).isCloseTo(overAllPaths(observed), within(1e-12));
  }

  @Test
  void shouldTellTheStatesApartFarFromAllOfThem() {
    Step step = TWO_STATES.step(EVEN, seen(1e4), 1);

    assertThat(step.filtered()).containsExactly(0.0, 1.0);
    assertThat(step.logLikelihood()).isFinite();
  }

  @Test
  void shouldOnlyPredictWithoutAnObservation() {
    Step step = TWO_STATES.step(EVEN, List.of(OptionalDouble.empty()), 1);

    assertThat(step.filtered()).isEqualTo(step.predicted());
    assertThat(step.filtered().get(1)).isCloseTo((.03 + .92) / 2, within(1e-15));
    assertThat(step.logLikelihood()).isCloseTo(0, within(1e-15));
  }

  @Test
  void shouldStayOneInTotalForStepsOfAnyLength() {
    Random random = new Random(1);
    List<Double> probabilities = EVEN;
    for (int i = 0; i < 1_000; i++) {
      probabilities =
          TWO_STATES
              .step(probabilities, seen(4 * random.nextGaussian()), 1 - random.nextDouble())
              .filtered();

      assertThat(probabilities.get(0) + probabilities.get(1)).isCloseTo(1, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1.1, Double.NaN})
  void shouldRefuseAStepThatIsNoPartOfAWholeOne(double length) {
    assertThatThrownBy(() -> TWO_STATES.step(EVEN, seen(0), length))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length of a step " + length + " is not in (0,1]");
  }

  @Test
  void shouldSayWhatIsWrongWithItsParameters() {
    double[][] leaking = {{.9, .2}, {.08, .92}};
    double[][] negative = {{1.5, -.5}, {.08, .92}};
    double[][] flat = {{.5}, {0}};
    double[][] oneState = {{.5}};

    assertThatThrownBy(() -> new GaussianHmm(leaking, MEAN, SD))
        .hasMessageStartingWith("row of the transition sums to 1.1");
    assertThatThrownBy(() -> new GaussianHmm(negative, MEAN, SD))
        .hasMessage("row of the transition has -0.5, which is not one");
    assertThatThrownBy(() -> new GaussianHmm(TRANSITION, MEAN, flat))
        .hasMessage("standard deviation 0.0 is not positive");
    assertThatThrownBy(() -> new GaussianHmm(TRANSITION, oneState, SD))
        .hasMessage("mean has 1 rows, 2 are needed");
  }

  @Test
  void shouldSayWhatIsWrongWithItsArguments() {
    assertThatThrownBy(() -> TWO_STATES.step(List.of(1.0), seen(0), 1))
        .hasMessage("1 probabilities, 2 are needed");
    assertThatThrownBy(() -> TWO_STATES.step(List.of(.5, .4), seen(0), 1))
        .hasMessageStartingWith("probabilities sums to 0.9");
    assertThatThrownBy(() -> TWO_STATES.step(EVEN, List.of(), 1))
        .hasMessage("observation has 0 values, 1 are needed");
    assertThatThrownBy(() -> TWO_STATES.step(EVEN, seen(Double.NaN), 1))
        .hasMessage("observed value NaN is not finite");
  }

  /** The probability of the second state at the end, by enumeration. */
  private static double overAllPaths(double[] observed) {
    double inSecond = 0;
    double total = 0;
    for (int path = 0; path < 1 << observed.length; path++) {
      double probability = 1;
      for (int t = 0; t < observed.length; t++) {
        int state = path >> t & 1;
        probability *= t == 0 ? STATIONARY.get(state) : TRANSITION[path >> (t - 1) & 1][state];
        double z = (observed[t] - MEAN[state][0]) / SD[state][0];
        probability *= Math.exp(-z * z / 2) / SD[state][0];
      }
      total += probability;
      inSecond += (path >> (observed.length - 1) & 1) == 1 ? probability : 0;
    }
    return inSecond / total;
  }

  private static List<OptionalDouble> seen(double value) {
    return List.of(OptionalDouble.of(value));
  }
}
