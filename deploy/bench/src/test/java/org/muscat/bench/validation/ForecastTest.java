package org.muscat.bench.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muscat.bench.validation.VolatilityForecast.Origin;
import org.muscat.toolkit.RidgeRegression;

/** The arithmetic of the forecasts: no look-ahead, the regression, the scores. */
class ForecastTest {

  private static final int[] BOTH = {0, 1};
  private static final int COUNT = 900;
  private static final int AHEAD = 10;

  @Test
  void shouldForecastOnlyWhereEnoughTargetsAreKnown() {
    double[] forecasts = VolatilityForecast.forecast(origins(COUNT, 0), BOTH);

    int first = VolatilityForecast.LEAST_FITTED + AHEAD - 1;
    assertThat(forecasts[first - 1]).isNaN();
    assertThat(forecasts[first]).isFinite();
  }

  @Test
  void shouldNotKnowTargetsThatWereStillToCome() {
    double[] before = VolatilityForecast.forecast(origins(COUNT, 0), BOTH);

    double[] after = VolatilityForecast.forecast(origins(COUNT - 50, 1_000), BOTH);

    // The target of an origin is known ten returns later.
    int unchanged = COUNT - 50 + AHEAD;
    for (int i = VolatilityForecast.LEAST_FITTED + AHEAD; i < unchanged; i++) {
      assertThat(after[i]).as("forecast %d", i).isEqualTo(before[i]);
    }
    assertThat(after[unchanged]).isNotEqualTo(before[unchanged]);
  }

  @Test
  void shouldFitAsOrdinaryLeastSquaresDoes() {
    List<Origin> origins = origins(COUNT, 0);
    double[][] regressors = new double[2][COUNT];
    double[] response = new double[COUNT];
    ExpandingFit fit = new ExpandingFit(2);
    for (int i = 0; i < COUNT; i++) {
      double[] row = origins.get(i).features(BOTH);
      regressors[0][i] = row[0];
      regressors[1][i] = row[1];
      response[i] = origins.get(i).target();
      fit.add(row, response[i]);
    }

    RidgeRegression expected = RidgeRegression.fit(regressors, response, 0);

    assertThat(fit.predict(new double[] {3, -2}))
        .isCloseTo(
            expected.constant() + 3 * expected.slope(0) - 2 * expected.slope(1), within(1e-9));
  }

  @Test
  void shouldSayHowMuchOfTheErrorGoesAway() {
    int[] chosen = IntStream.range(0, 300).toArray();
    double[] errors = new double[300];
    double[] others = new double[300];
    Arrays.fill(errors, 3);
    Arrays.fill(others, 4);

    assertThat(ForecastScores.gain(chosen, errors, others)).isEqualTo("+25.0 % [+25.0, +25.0]");
    assertThat(ForecastScores.gain(chosen, others, errors)).isEqualTo("-33.3 % [-33.3, -33.3]");
  }

  /** Origins a return apart, with other targets from one of them on. */
  private static List<Origin> origins(int otherFrom, double more) {
    Random random = new Random(5);
    List<Origin> origins = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      double[] features = {random.nextGaussian(), random.nextGaussian()};
      double target =
          5 + 2 * features[0] - features[1] + random.nextGaussian() + (i >= otherFrom ? more : 0);
      origins.add(new Origin(i, Instant.EPOCH.plusSeconds(86_400L * i), features, target));
    }
    return origins;
  }
}
