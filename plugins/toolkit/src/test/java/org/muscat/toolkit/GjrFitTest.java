package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GjrFitTest {

  private static final Offset<Double> LIKELIHOOD = within(1e-6);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void shouldGiveTheLikelihoodsOfR(int row) {
    Reference r = Reference.of("gjr-output.csv");
    double[] shocks = shocks(r.rows().get(row).get(0));
    GjrGarch model = model(r, row);

    assertThat(model.logLikelihood(shocks)).isCloseTo(r.column("logLikelihood")[row], LIKELIHOOD);
    assertThat(model.forecast(GjrGarch.meanSquare(shocks), shocks))
        .isCloseTo(r.column("next")[row], within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void shouldFindNothingLessLikelyThanR(int row) {
    Reference r = Reference.of("gjr-output.csv");
    GjrFit fit = GjrFit.of(shocks(r.rows().get(row).get(0)));

    assertThat(fit.converged()).isTrue();
    assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(r.column("logLikelihood")[row] - 1e-6);
  }

  @Test
  void shouldFindTheOptimumOfR() {
    Reference r = Reference.of("gjr-output.csv");

    GjrFit fit = GjrFit.of(shocks("inner"));

    assertThat(fit.logLikelihood()).isCloseTo(r.column("logLikelihood")[0], LIKELIHOOD);
    assertThat(fit.model().a()).isCloseTo(model(r, 0).a(), within(1e-4));
    assertThat(fit.model().g()).isCloseTo(model(r, 0).g(), within(1e-4));
    assertThat(fit.model().b()).isCloseTo(model(r, 0).b(), within(1e-4));
  }

  @Test
  void shouldStayInsideItsBounds() {
    GjrGarch model = GjrFit.of(shocks("bound")).model();

    assertThat(model.a()).isBetween(0.0, 1e-6);
    assertThat(model.a() + model.g()).isNotNegative();
    assertThat(model.persistence()).isLessThan(1);
  }

  @Test
  void shouldTurnWithTheSignOfTheShocks() {
    double[] shocks = shocks("inner");
    double[] turned = Arrays.stream(shocks).map(shock -> -shock).toArray();

    assertThat(GjrFit.of(shocks).model().g()).isGreaterThan(0.05);
    assertThat(GjrFit.of(turned).model().g()).isLessThan(-0.05);
  }

  /** But for rounding, which a search along a flat top amplifies: numbers as close as to R. */
  @Test
  void shouldNotDependOnTheUnit() {
    double[] shocks = shocks("inner");
    double[] percent = Arrays.stream(shocks).map(shock -> 100 * shock).toArray();

    GjrFit fit = GjrFit.of(shocks);
    GjrFit other = GjrFit.of(percent);

    double w = 1e4 * fit.model().w();
    assertThat(other.logLikelihood())
        .isCloseTo(fit.logLikelihood() - shocks.length * Math.log(100), LIKELIHOOD);
    assertThat(other.model().w()).isCloseTo(w, within(1e-4 * w));
    assertThat(other.model().a()).isCloseTo(fit.model().a(), within(1e-4));
    assertThat(other.model().g()).isCloseTo(fit.model().g(), within(1e-4));
    assertThat(other.model().b()).isCloseTo(fit.model().b(), within(1e-4));
  }

  @Test
  void shouldConvergeOnShocksWithoutMemory() {
    for (int seed = 0; seed < 20; seed++) {
      double[] shocks = new Random(seed).doubles(500, -1, 1).toArray();

      GjrFit fit = GjrFit.of(shocks);

      assertThat(fit.converged()).as("seed %d: %s", seed, fit).isTrue();
    }
  }

  @Test
  void shouldRefuseTooFewShocksAndShocksOfNothing() {
    assertThatThrownBy(() -> GjrFit.of(new double[] {0.01, -0.01}))
        .hasMessage("2 shocks with mean square 1.0E-4: at least 100 are needed, not all 0");
    assertThatThrownBy(() -> GjrFit.of(new double[100]))
        .hasMessage("100 shocks with mean square 0.0: at least 100 are needed, not all 0");
  }

  @Test
  void shouldFindAVarianceOfNothingImpossible() {
    assertThat(new GjrGarch(0, 0, 0, 0).logLikelihood(0.01, 0.02))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static GjrGarch model(Reference r, int row) {
    return new GjrGarch(
        r.column("w")[row], r.column("a")[row], r.column("g")[row], r.column("b")[row]);
  }

  private static double[] shocks(String series) {
    double[] returns = Reference.of("gjr-input.csv").column(series);
    double mean = Arrays.stream(returns).average().orElseThrow();
    return Arrays.stream(returns).map(value -> value - mean).toArray();
  }
}
