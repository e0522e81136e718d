package org.muscat.engine.panel.ciss;

import java.util.List;

/**
 * How sub-indices go together by now: {@code S_t = lambda S_(t-1) + (1 - lambda) d d'}, {@code d =
 * s - 0.5}, the theoretical median of a sub-index; correlations {@code S_ij / sqrt(S_ii S_jj)}.
 * Immutable.
 */
public final class EwmaCorrelation {

  /** The decay of the published indicator. */
  public static final double LAMBDA = 0.93;

  private static final double CENTRE = 0.5;

  private final double lambda;
  private final double[][] covariance;

  private EwmaCorrelation(double lambda, double[][] covariance) {
    this.lambda = lambda;
    this.covariance = covariance;
  }

  /**
   * The state before the first step: the plain mean of {@code d d'} over a sample.
   *
   * @param lambda in (0,1)
   * @param sample sub-indices in [0,1] at each time
   * @throws IllegalArgumentException if lambda is outside (0,1), the sample is empty, or a value is
   *     outside [0,1]
   */
  public static EwmaCorrelation start(double lambda, List<double[]> sample) {
    if (!(lambda > 0 && lambda < 1) || sample.isEmpty()) {
      throw new IllegalArgumentException(
          "lambda is " + lambda + " and the sample has " + sample.size() + " times");
    }
    int n = sample.get(0).length;
    EwmaCorrelation state = new EwmaCorrelation(lambda, new double[n][n]);
    for (double[] subIndices : sample) {
      state = new EwmaCorrelation(lambda, state.mixed(1, 1, subIndices));
    }
    double[][] mean = state.mixed(1.0 / sample.size(), 0, sample.get(0));
    return new EwmaCorrelation(lambda, mean);
  }

  /**
   * The state after one more time.
   *
   * @param subIndices in [0,1]
   * @throws IllegalArgumentException if one is missing or outside [0,1], or there are more or fewer
   */
  public EwmaCorrelation next(double[] subIndices) {
    return new EwmaCorrelation(lambda, mixed(lambda, 1 - lambda, subIndices));
  }

  /**
   * The correlations, as the caller's own array.
   *
   * @throws IllegalStateException if a sub-index never left 0.5
   */
  public double[][] correlations() {
    int n = covariance.length;
    double[][] correlations = new double[n][n];
    for (int i = 0; i < n; i++) {
      if (covariance[i][i] == 0) {
        throw new IllegalStateException(
            "sub-index " + i + " never left " + CENTRE + ": its correlations are undefined");
      }
      for (int j = 0; j < n; j++) {
        correlations[i][j] =
            i == j ? 1 : covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
      }
    }
    return correlations;
  }

  private double[][] mixed(double old, double young, double[] subIndices) {
    int n = covariance.length;
    if (subIndices.length != n) {
      throw new IllegalArgumentException(subIndices.length + " sub-indices instead of " + n);
    }
    double[][] mixed = new double[n][n];
    for (int i = 0; i < n; i++) {
      if (!(subIndices[i] >= 0 && subIndices[i] <= 1)) {
        throw new IllegalArgumentException(
            "sub-index " + i + " is " + subIndices[i] + ", not in [0,1]");
      }
      for (int j = 0; j < n; j++) {
        double product = (subIndices[i] - CENTRE) * (subIndices[j] - CENTRE);
        mixed[i][j] = old * covariance[i][j] + young * product;
      }
    }
    return mixed;
  }
}
