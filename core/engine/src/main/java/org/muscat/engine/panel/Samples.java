package org.muscat.engine.panel;

import java.util.Arrays;

/** Moments and quantiles of the values that are there; missing ones (NaN) are left out. */
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

  /** The mean; NaN of nothing. */
  public static double mean(double[] values) {
    double[] x = present(values);
    if (x.length == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    double mean = sum / x.length;
    double rest = 0;
    for (double value : x) {
      rest += value - mean;
    }
    // The second pass takes back what the first one lost in rounding.
    return Double.isFinite(rest) ? mean + rest / x.length : mean;
  }

  /** The standard deviation with n - 1; NaN below two values. */
  public static double standardDeviation(double[] values) {
    Central central = central(values);
    return central.count() < 2
        ? Double.NaN
        : Math.sqrt(central.second() * central.count() / (central.count() - 1));
  }

  /** The least value; NaN of nothing. */
  public static double min(double[] values) {
    return Arrays.stream(present(values)).min().orElse(Double.NaN);
  }

  /** The greatest value; NaN of nothing. */
  public static double max(double[] values) {
    return Arrays.stream(present(values)).max().orElse(Double.NaN);
  }

  /** The middle value; NaN of nothing. */
  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * The quantile of type 7 of Hyndman and Fan (1996): linear between order statistics at {@code 1 +
   * (n - 1) p}.
   *
   * @param p in [0,1]
   * @return NaN of nothing
   */
  public static double quantile(double[] values, double p) {
    double[] x = present(values);
    if (x.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(x);
    double position = (x.length - 1) * p;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, x.length - 1);
    return x[below] + (position - below) * (x[above] - x[below]);
  }

  /** The central moments of the values that are there, in one pass over them. */
  public static Central central(double[] values) {
    double[] x = present(values);
    double mean = mean(x);
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double value : x) {
      double deviation = value - mean;
      double square = deviation * deviation;
      second += square;
      third += square * deviation;
      fourth += square * square;
    }
    return new Central(x.length, second / x.length, third / x.length, fourth / x.length);
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
      return third / Math.pow(second, 1.5) * Math.sqrt(n * (n - 1)) / (n - 2);
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
