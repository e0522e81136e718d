package org.muscat.toolkit;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Least squares of columns that all have mean 0, by their normal equations. */
final class LeastSquares {

  /** Of the largest diagonal element: below it a pivot is rounding. */
  private static final double SINGULAR = 1e-12;

  private LeastSquares() {}

  /** The mean of some consecutive values of a column. */
  static double mean(double[] column, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += column[i];
    }
    return sum / count;
  }

  /** Some consecutive values of a column less their mean. */
  static double[] centred(double[] column, int from, int count) {
    double mean = mean(column, from, count);
    double[] centred = new double[count];
    for (int i = 0; i < count; i++) {
      centred[i] = column[from + i] - mean;
    }
    return centred;
  }

  /** In two sums, of which one need not wait for the other: that is half of the time. */
  static double product(double[] a, double[] b) {
    double even = 0;
    double odd = 0;
    for (int i = 1; i < a.length; i += 2) {
      even += a[i - 1] * b[i - 1];
      odd += a[i] * b[i];
    }
    return a.length % 2 == 0 ? even + odd : even + odd + a[a.length - 1] * b[a.length - 1];
  }

  /**
   * The slopes of each response: {@code (X'X + penalty I)^-1 X'Y}.
   *
   * @param regressors columns of one length and similar size
   * @param responses columns of the same length
   * @param penalty not negative
   * @return a row for each regressor, a column for each response
   * @throws IllegalArgumentException if the regressors do not tell the slopes apart
   */
  static RealMatrix slopes(double[][] regressors, double[][] responses, double penalty) {
    int count = regressors.length;
    double[][] gram = new double[count][count];
    double[][] cross = new double[count][responses.length];
    double largest = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = product(regressors[i], regressors[j]);
        gram[j][i] = gram[i][j];
      }
      gram[i][i] += penalty;
      largest = Math.max(largest, gram[i][i]);
      for (int j = 0; j < responses.length; j++) {
        cross[i][j] = product(regressors[i], responses[j]);
      }
    }
    try {
      return new CholeskyDecomposition(new Array2DRowRealMatrix(gram, false), 0, SINGULAR * largest)
          .getSolver()
          .solve(new Array2DRowRealMatrix(cross, false));
    } catch (MathIllegalArgumentException e) {
      throw new IllegalArgumentException("one regressor is a mixture of others", e);
    }
  }
}
