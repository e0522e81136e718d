package org.muscat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.muscat.engine.Model.Pillar;
import org.muscat.engine.Model.Rules;

/** The doubt about weights against 200,000 draws of them (method, section 5.6). */
class WeightVarianceTest {

  private static final int DRAWS = 200_000;
  private static final double[] STABILITY = {20, 55, 90};
  private static final double[] WEIGHT = {0.3, 0.3, 0.4};

  @Test
  void shouldMatchDrawsOfTheArithmeticMean() {
    Composition composition = pillars(1, STABILITY);

    double simulated = variance(weights -> mean(weights, 1, STABILITY), new Random(301));

    assertThat(composition.weightVariance()).isCloseTo(simulated, within(0.01 * simulated));
  }

  @Test
  void shouldMatchDrawsOfTheGeometricMean() {
    double[] near = {50, 55, 62};
    Composition composition = pillars(0, near);

    double simulated = variance(weights -> mean(weights, 0, near), new Random(302));

    assertThat(composition.weightVariance()).isCloseTo(simulated, within(0.01 * simulated));
  }

  @Test
  void shouldMatchDrawsOfOtherMeans() {
    double[] near = {50, 55, 62};
    for (double power : new double[] {-1, 2, 0.5}) {
      Composition composition = pillars(power, near);

      double simulated = variance(weights -> mean(weights, power, near), new Random(303));

      assertThat(composition.weightVariance()).isCloseTo(simulated, within(0.01 * simulated));
    }
  }

  @Test
  void shouldMatchDrawsOfTheWeightsInsideAPillar() {
    Composition composition = onePillar(STABILITY);

    double simulated = variance(weights -> mean(weights, 1, STABILITY), new Random(304));

    assertThat(composition.variance(new double[3])).isCloseTo(simulated, within(0.01 * simulated));
  }

  @Test
  void shouldHoldTheClosedFormOfThreePillars() {
    double mean = 0;
    double square = 0;
    for (int i = 0; i < 3; i++) {
      mean += WEIGHT[i] * Math.log(STABILITY[i]);
      square += WEIGHT[i] * Math.log(STABILITY[i]) * Math.log(STABILITY[i]);
    }
    double index = Math.exp(mean);

    assertThat(pillars(0, STABILITY).weightVariance())
        .isCloseTo(index * index * (square - mean * mean) / 51, within(1e-10));
  }

  @Test
  void shouldHaveNoDoubtWhereAllAreAlike() {
    assertThat(pillars(0, new double[] {60, 60, 60}).weightVariance()).isCloseTo(0, within(1e-9));
    assertThat(onePillar(new double[] {60, 60, 60}).variance(new double[3]))
        .isCloseTo(0, within(1e-9));
  }

  private static Composition pillars(double power, double[] stability) {
    List<Pillar> pillars = new ArrayList<>();
    for (int i = 0; i < stability.length; i++) {
      pillars.add(Models.pillar("p" + i, WEIGHT[i], "m" + i));
    }
    return composition(pillars, power, stability);
  }

  private static Composition onePillar(double[] stability) {
    List<Model.Member> members = new ArrayList<>();
    for (int i = 0; i < stability.length; i++) {
      members.add(Models.member("m" + i, WEIGHT[i]));
    }
    return composition(List.of(new Pillar("p", 1, members)), 0, stability);
  }

  private static Composition composition(List<Pillar> pillars, double power, double[] stability) {
    Rules rules = Rules.DEFAULT.withMinimumLive(1).withPower(power);
    boolean[] counts = new boolean[stability.length];
    Arrays.fill(counts, true);
    double[] risk = Arrays.stream(stability).map(s -> 100 - s).toArray();
    return new Composition(new Layout(new Model("test", 1, "hash", pillars, rules)), risk, counts);
  }

  private static double mean(double[] weights, double power, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * (power == 0 ? Math.log(values[i]) : Math.pow(values[i], power));
    }
    return power == 0 ? Math.exp(sum) : Math.pow(sum, 1 / power);
  }

  private static double variance(ToDoubleFunction<double[]> mean, Random random) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      double drawn = mean.applyAsDouble(dirichlet(random));
      sum += drawn;
      squares += drawn * drawn;
    }
    return squares / DRAWS - sum / DRAWS * (sum / DRAWS);
  }

  /** Dirichlet(50 w); the shapes are whole, so that each is a sum of exponentials. */
  private static double[] dirichlet(Random random) {
    double[] drawn = new double[WEIGHT.length];
    double total = 0;
    for (int i = 0; i < drawn.length; i++) {
      for (int k = 0; k < Math.round(50 * WEIGHT[i]); k++) {
        drawn[i] -= Math.log(1 - random.nextDouble());
      }
      total += drawn[i];
    }
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] /= total;
    }
    return drawn;
  }
}
