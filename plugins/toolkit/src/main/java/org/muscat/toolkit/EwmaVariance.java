package org.muscat.toolkit;

/**
 * Exponentially weighted variance of daily returns about zero: the mean of their squares with
 * weights {@code lambda^age}, which sum to one over the returns there are. The longer the past, the
 * closer to the recursion {@code s2_t = lambda s2_(t-1) + (1 - lambda) r_t^2} of J.P.
 * Morgan/Reuters (1996), RiskMetrics Technical Document, section 5.2, without its start value.
 */
public final class EwmaVariance {

  private EwmaVariance() {}

  /**
   * The variance after the last return, per day.
   *
   * @param lambda in (0,1); 0.94 for daily returns
   * @param returns at least one, oldest first, as fractions
   * @throws IllegalArgumentException if lambda lies outside or there is no return
   */
  public static double last(double lambda, double... returns) {
    double[] path = path(lambda, returns);
    if (path.length == 0) {
      throw new IllegalArgumentException("a variance needs at least one return");
    }
    return path[path.length - 1];
  }

  /**
   * The variance after each return, per day: each knows only the returns up to its own.
   *
   * @param lambda in (0,1)
   * @param returns oldest first, as fractions
   * @throws IllegalArgumentException if lambda lies outside
   */
  public static double[] path(double lambda, double... returns) {
    if (!(lambda > 0 && lambda < 1)) {
      throw new IllegalArgumentException("lambda " + lambda + " is not between 0 and 1");
    }
    double[] path = new double[returns.length];
    double squares = 0;
    double weights = 0;
    for (int i = 0; i < returns.length; i++) {
      squares = lambda * squares + returns[i] * returns[i];
      weights = lambda * weights + 1;
      path[i] = squares / weights;
    }
    return path;
  }
}
