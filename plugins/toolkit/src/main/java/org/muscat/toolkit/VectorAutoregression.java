package org.muscat.toolkit;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A vector autoregression with a constant, {@code x_t = c + P_1 x_(t-1) + .. + P_p x_(t-p) + u_t},
 * by least squares of each series on the lags of all (Luetkepohl, 2005, New Introduction to
 * Multiple Time Series Analysis, section 3.2). Immutable.
 */
public final class VectorAutoregression {

  private final RealMatrix[] lags;
  private final RealMatrix covariance;

  private VectorAutoregression(RealMatrix[] lags, RealMatrix covariance) {
    this.lags = lags;
    this.covariance = covariance;
  }

  /**
   * Fits.
   *
   * @param columns at least one series, all of one length, oldest value first
   * @param lags at least 1
   * @throws IllegalArgumentException if the lengths do not fit, there are too few rows for the
   *     coefficients, or a lag of a series is a mixture of others, such as a constant series
   */
  public static VectorAutoregression fit(double[][] columns, int lags) {
    int count = columns.length;
    int rows = columns[0].length - lags;
    if (lags < 1 || rows <= count * lags + 1) {
      throw new IllegalArgumentException(
          "%d lags of %d series need more than %d rows, there are %d"
              .formatted(lags, count, count * lags + 1 + lags, columns[0].length));
    }
    double[][] regressors = new double[count * lags][];
    double[][] responses = new double[count][];
    for (int series = 0; series < count; series++) {
      if (columns[series].length != columns[0].length) {
        throw new IllegalArgumentException("series " + series + " is not as long as the first");
      }
      responses[series] = LeastSquares.centred(columns[series], lags, rows);
      for (int lag = 1; lag <= lags; lag++) {
        regressors[(lag - 1) * count + series] =
            LeastSquares.centred(columns[series], lags - lag, rows);
      }
    }
    RealMatrix slopes = LeastSquares.slopes(regressors, responses, 0);
    double[][] shocks = residuals(regressors, responses, slopes);
    return new VectorAutoregression(split(slopes, lags, count), covariance(shocks));
  }

  private static double[][] residuals(
      double[][] regressors, double[][] responses, RealMatrix slopes) {
    double[][] residuals = new double[responses.length][];
    for (int series = 0; series < responses.length; series++) {
      double[] left = responses[series].clone();
      for (int j = 0; j < regressors.length; j++) {
        double slope = slopes.getEntry(j, series);
        double[] regressor = regressors[j];
        for (int i = 0; i < left.length; i++) {
          left[i] -= slope * regressor[i];
        }
      }
      residuals[series] = left;
    }
    return residuals;
  }

  private static RealMatrix covariance(double[][] shocks) {
    int count = shocks.length;
    double[][] covariance = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = LeastSquares.product(shocks[i], shocks[j]) / shocks[i].length;
        covariance[j][i] = covariance[i][j];
      }
    }
    return new Array2DRowRealMatrix(covariance, false);
  }

  private static RealMatrix[] split(RealMatrix slopes, int lags, int count) {
    RealMatrix[] byLag = new RealMatrix[lags];
    for (int lag = 0; lag < lags; lag++) {
      byLag[lag] =
          slopes.getSubMatrix(lag * count, (lag + 1) * count - 1, 0, count - 1).transpose();
    }
    return byLag;
  }

  /** How many series it is of. */
  public int size() {
    return covariance.getRowDimension();
  }

  /** The covariance of the shocks {@code u}, divisor n. */
  RealMatrix covariance() {
    return covariance;
  }

  /**
   * What a shock does after 0, 1, .. steps: {@code A_0 = I, A_h = sum P_l A_(h-l)}.
   *
   * @param steps how many, at least 1
   */
  RealMatrix[] responses(int steps) {
    RealMatrix[] responses = new RealMatrix[steps];
    responses[0] = MatrixUtils.createRealIdentityMatrix(size());
    for (int step = 1; step < steps; step++) {
      RealMatrix sum = lags[0].multiply(responses[step - 1]);
      for (int lag = 2; lag <= Math.min(lags.length, step); lag++) {
        sum = sum.add(lags[lag - 1].multiply(responses[step - lag]));
      }
      responses[step] = sum;
    }
    return responses;
  }
}
