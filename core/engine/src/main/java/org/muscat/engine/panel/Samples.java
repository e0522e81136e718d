package org.muscat.engine.panel;

import java.util.Arrays;

/**
 * Moments and quantiles of the values that are there; missing ones (NaN) are left out. Who asks for
 * several of them sorts once, into a {@link Sample}.
 */
public final class Samples {

  private Samples() {}

  /** The values that are there, in order. */
  public static double[] present(double[] values) {
    double[] there = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        there[count++] = value;
      }
    }
    return Arrays.copyOf(there, count);
  }

  /** The mean, the same to the bit in any order of the values; NaN of nothing. */
  public static double mean(double[] values) {
    return ExactMean.of(present(values));
  }

  /** The standard deviation with n - 1; NaN below two values. */
  public static double standardDeviation(double[] values) {
    return Sample.of(values).standardDeviation();
  }

  /** The least value; NaN of nothing. */
  public static double min(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    boolean there = false;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        least = Math.min(least, value);
        there = true;
      }
    }
    return there ? least : Double.NaN;
  }

  /** The greatest value; NaN of nothing. */
  public static double max(double[] values) {
    double greatest = Double.NEGATIVE_INFINITY;
    boolean there = false;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        greatest = Math.max(greatest, value);
        there = true;
      }
    }
    return there ? greatest : Double.NaN;
  }

  /** The middle value; NaN of nothing. */
  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * The quantile of type 7 of Hyndman and Fan (1996).
   *
   * @param p in [0,1]
   * @return NaN of nothing
   */
  public static double quantile(double[] values, double p) {
    return Sample.of(values).quantile(p);
  }

  /** The central moments of the values that are there. */
  public static Central central(double[] values) {
    return Sample.of(values).central();
  }

  /**
   * Central moments.
   *
   * @param count how many values
   * @param second the mean squared deviation; NaN of nothing, like those that follow
   * @param third the mean cubed deviation
   * @param fourth the mean deviation to the fourth
   */
  public record Central(int count, double second, double third, double fourth) {

    /**
     * The skewness {@code G1 = g1 sqrt(n (n - 1)) / (n - 2)}, {@code g1 = m3 / m2^1.5}, that is
     * type 2 of Joanes and Gill (1998).
     *
     * @return NaN below three values or without spread
     */
    public double skewness() {
      double n = count;
      if (n < 3 || second == 0) {
        return Double.NaN;
      }
      return third / (second * Math.sqrt(second)) * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    /**
     * The excess kurtosis {@code G2 = ((n + 1) g2 + 6) (n - 1) / ((n - 2) (n - 3))}, {@code g2 = m4
     * / m2^2 - 3}, that is type 2 of Joanes and Gill (1998).
     *
     * @return NaN below four values or without spread
     */
    public double kurtosis() {
      double n = count;
      if (n < 4 || second == 0) {
        return Double.NaN;
      }
      double excess = fourth / (second * second) - 3;
      return ((n + 1) * excess + 6) * (n - 1) / ((n - 2) * (n - 3));
    }
  }
}
