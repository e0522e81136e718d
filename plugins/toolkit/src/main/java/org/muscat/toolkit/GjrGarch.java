package org.muscat.toolkit;

/**
 * GJR-GARCH(1,1) whose bad news is a rise: {@code s2_(t+1) = w + (a + g 1[e_t > 0]) e_t^2 + b s2_t}
 * (Glosten, Jagannathan and Runkle, 1993, with the sign turned; method, section 4, E11). The first
 * variance is the mean square of the shocks. Immutable.
 *
 * @param w constant, in the square of the unit of the shocks
 * @param a what a fall adds
 * @param g what a rise adds on top
 * @param b what is left of the variance of the day before
 */
public record GjrGarch(double w, double a, double g, double b) {

  private static final int DAYS_PER_LOGARITHM = 8;
  private static final double LN_TWO_PI = Math.log(2 * Math.PI);

  /** The share of a shock to the variance that is left after a day, rises and falls being even. */
  public double persistence() {
    return a + g / 2 + b;
  }

  /** The variance of the day after a shock. */
  public double next(double shock, double variance) {
    return w + (shock > 0 ? a + g : a) * shock * shock + b * variance;
  }

  /** The Gaussian log-likelihood of shocks, oldest first; minus infinity where a variance is 0. */
  public double logLikelihood(double... shocks) {
    double scale = meanSquare(shocks);
    double inverse = 1 / scale;
    double variance = scale;
    double squares = 0;
    double logarithms = 0;
    double product = 1;
    for (int i = 0; i < shocks.length; i++) {
      if (!(variance > 0)) {
        return Double.NEGATIVE_INFINITY;
      }
      squares += shocks[i] * shocks[i] / variance;
      // One logarithm for several days is half of the time; relative to the mean none overflows.
      product *= variance * inverse;
      if (i % DAYS_PER_LOGARITHM == 0) {
        logarithms += Math.log(product);
        product = 1;
      }
      variance = next(shocks[i], variance);
    }
    logarithms += Math.log(product);
    return -(shocks.length * (LN_TWO_PI + Math.log(scale)) + logarithms + squares) / 2;
  }

  /**
   * The variance of the day after the last shock.
   *
   * @param variance of the first shock, see {@link #meanSquare}
   * @param shocks oldest first
   */
  public double forecast(double variance, double... shocks) {
    double next = variance;
    for (double shock : shocks) {
      next = next(shock, next);
    }
    return next;
  }

  /** The mean of the squares. */
  public static double meanSquare(double... shocks) {
    double squares = 0;
    for (double shock : shocks) {
      squares += shock * shock;
    }
    return squares / shocks.length;
  }
}
