package org.muscat.toolkit;

import java.util.Arrays;

/** Order statistics. The arguments are left as they are. */
public final class Quantiles {

  private Quantiles() {}

  /**
   * The quantile of type 7 in Hyndman and Fan (1996), the default of R and NumPy: linear between
   * the order statistics around {@code (n - 1) p}.
   *
   * @param probability in [0,1]
   * @param values at least one, none NaN
   * @throws IllegalArgumentException if the probability lies outside, or the values do
   */
  public static double quantile(double probability, double... values) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability " + probability + " is not in [0,1]");
    }
    return ofSorted(probability, sorted(values), values.length);
  }

  /** The quantile 0.5. */
  public static double median(double... values) {
    return quantile(0.5, values);
  }

  /**
   * The median absolute deviation from the median, not scaled. Times 1.4826 it estimates the
   * standard deviation of normal values.
   */
  public static double mad(double... values) {
    double median = median(values);
    return median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }

  /** The quantile of the first {@code size} elements, which are in order. */
  static double ofSorted(double probability, double[] sorted, int size) {
    double position = (size - 1) * probability;
    int below = (int) position;
    int above = Math.min(below + 1, size - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  private static double[] sorted(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a quantile needs at least one value");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("a quantile of values with NaN is not defined");
    }
    return sorted;
  }
}
