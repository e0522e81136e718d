package org.muscat.toolkit;

import org.hipparchus.linear.RealMatrix;

/**
 * Linear regression with a constant and a ridge penalty: least squares plus {@code n ridge sum (b_j
 * sd_j)^2}. Each regressor is scaled to variance 1 (divisor n) before it is penalised and the
 * constant is not penalised (Hoerl and Kennard, 1970), so that units change nothing; ridge 0 is
 * ordinary least squares. Immutable.
 */
public final class RidgeRegression {

  private final double constant;
  private final double[] slopes;

  private RidgeRegression(double constant, double[] slopes) {
    this.constant = constant;
    this.slopes = slopes;
  }

  /**
   * Fits.
   *
   * @param regressors at least one column, each as long as the response
   * @param response more values than there are coefficients
   * @param ridge not negative; a share of the variance of a regressor
   * @throws IllegalArgumentException if the lengths do not fit, the ridge is negative, a regressor
   *     is constant, or without a ridge one is a mixture of others
   */
  public static RidgeRegression fit(double[][] regressors, double[] response, double ridge) {
    int rows = response.length;
    if (!(ridge >= 0)) {
      throw new IllegalArgumentException("ridge " + ridge + " is negative");
    }
    if (rows <= regressors.length + 1) {
      throw new IllegalArgumentException(
          rows + " rows are too few for " + (regressors.length + 1) + " coefficients");
    }
    double[][] scaled = new double[regressors.length][];
    double[] deviations = new double[regressors.length];
    for (int j = 0; j < regressors.length; j++) {
      if (regressors[j].length != rows) {
        throw new IllegalArgumentException(
            "regressor " + j + " has " + regressors[j].length + " rows, the response " + rows);
      }
      scaled[j] = LeastSquares.centred(regressors[j], 0, rows);
      deviations[j] = Math.sqrt(LeastSquares.product(scaled[j], scaled[j]) / rows);
      if (deviations[j] == 0) {
        throw new IllegalArgumentException("regressor " + j + " is constant");
      }
      for (int i = 0; i < rows; i++) {
        scaled[j][i] /= deviations[j];
      }
    }
    double[][] centred = {LeastSquares.centred(response, 0, rows)};
    RealMatrix solved = LeastSquares.slopes(scaled, centred, ridge * rows);
    double constant = LeastSquares.mean(response, 0, rows);
    double[] slopes = new double[regressors.length];
    for (int j = 0; j < slopes.length; j++) {
      slopes[j] = solved.getEntry(j, 0) / deviations[j];
      constant -= slopes[j] * LeastSquares.mean(regressors[j], 0, rows);
    }
    return new RidgeRegression(constant, slopes);
  }

  /** In the unit of the response. */
  public double constant() {
    return constant;
  }

  /** Of one regressor, in the unit of the response for one of the regressor. */
  public double slope(int regressor) {
    return slopes[regressor];
  }

  /** The response less what the regressors explain, at one row. */
  public double residual(double[][] regressors, double[] response, int row) {
    double residual = response[row] - constant;
    for (int j = 0; j < slopes.length; j++) {
      residual -= slopes[j] * regressors[j][row];
    }
    return residual;
  }
}
