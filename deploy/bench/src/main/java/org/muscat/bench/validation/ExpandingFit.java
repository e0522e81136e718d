package org.muscat.bench.validation;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/** Ordinary least squares with a constant over rows that are added one by one. */
final class ExpandingFit {

  private final double[][] gram;
  private final double[] cross;

  ExpandingFit(int regressors) {
    gram = new double[regressors + 1][regressors + 1];
    cross = new double[regressors + 1];
  }

  void add(double[] row, double response) {
    double[] whole = withConstant(row);
    for (int i = 0; i < whole.length; i++) {
      cross[i] += whole[i] * response;
      for (int j = 0; j < whole.length; j++) {
        gram[i][j] += whole[i] * whole[j];
      }
    }
  }

  /** From the rows so far, more than there are regressors. */
  double predict(double[] row) {
    double[] coefficients =
        new CholeskyDecomposition(new Array2DRowRealMatrix(gram), 1e-9, 1e-12)
            .getSolver()
            .solve(new ArrayRealVector(cross))
            .toArray();
    double[] whole = withConstant(row);
    double prediction = 0;
    for (int i = 0; i < whole.length; i++) {
      prediction += coefficients[i] * whole[i];
    }
    return prediction;
  }

  private static double[] withConstant(double[] row) {
    double[] whole = new double[row.length + 1];
    whole[0] = 1;
    System.arraycopy(row, 0, whole, 1, row.length);
    return whole;
  }
}
