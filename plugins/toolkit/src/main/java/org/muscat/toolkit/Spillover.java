package org.muscat.toolkit;

import org.hipparchus.linear.RealMatrix;

/**
 * How much of the forecast error of each series comes from shocks to the others: the generalised
 * variance decomposition, {@code theta_ij = s_jj^-1 sum_h (A_h S)_ij^2 / sum_h (A_h S A_h')_ii},
 * each row divided by its sum (Pesaran and Shin, 1998; Diebold and Yilmaz, 2012, "Better to give
 * than to receive", International Journal of Forecasting 28). It does not depend on the order of
 * the series.
 */
public final class Spillover {

  private Spillover() {}

  /**
   * The total spillover index: the mean share of the others, in %, from 0 to 100.
   *
   * @param horizon steps of the forecast, at least 1
   */
  public static double totalIndex(VectorAutoregression model, int horizon) {
    double[][] shares = shares(model, horizon);
    double own = 0;
    for (int i = 0; i < shares.length; i++) {
      own += shares[i][i];
    }
    return 100 * (1 - own / shares.length);
  }

  /** The share of series {@code j} in the forecast error of series {@code i}; rows sum to 1. */
  static double[][] shares(VectorAutoregression model, int horizon) {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon " + horizon + " is below 1");
    }
    int size = model.size();
    RealMatrix covariance = model.covariance();
    double[][] shares = new double[size][size];
    for (RealMatrix response : model.responses(horizon)) {
      RealMatrix spread = response.multiply(covariance);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          shares[i][j] += spread.getEntry(i, j) * spread.getEntry(i, j);
        }
      }
    }
    // The whole error variance of a row is left out: dividing by the sum of the row cancels it.
    for (double[] row : shares) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        row[j] /= covariance.getEntry(j, j);
        sum += row[j];
      }
      for (int j = 0; j < size; j++) {
        row[j] /= sum;
      }
    }
    return shares;
  }
}
