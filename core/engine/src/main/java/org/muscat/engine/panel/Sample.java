package org.muscat.engine.panel;

import java.util.Arrays;
import org.muscat.engine.panel.Samples.Central;

/**
 * The values of a column that are there, from the least to the greatest.
 *
 * <p>One sort serves quantiles, ranks, winsorising and moments. Sums run over the values in this
 * order, so that the order of the units changes no bit of them. Immutable.
 */
public final class Sample {

  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /** Of values of which missing ones (NaN) are left out. */
  public static Sample of(double[] values) {
    double[] sorted = Samples.present(values);
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  /** How many values. */
  public int count() {
    return sorted.length;
  }

  /** The least value; NaN of nothing. */
  public double min() {
    return sorted.length == 0 ? Double.NaN : sorted[0];
  }

  /** The greatest value; NaN of nothing. */
  public double max() {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
  }

  /** The mean; NaN of nothing. */
  public double mean() {
    return ExactMean.of(sorted);
  }

  /** The standard deviation with n - 1; NaN below two values. */
  public double standardDeviation() {
    double n = sorted.length;
    return n < 2 ? Double.NaN : Math.sqrt(central().second() * n / (n - 1));
  }

  /**
   * The quantile of type 7 of Hyndman and Fan (1996): linear between order statistics at {@code 1 +
   * (n - 1) p}.
   *
   * @param p in [0,1]
   * @return NaN of nothing
   */
  public double quantile(double p) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double position = (sorted.length - 1) * p;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** The central moments. */
  public Central central() {
    double mean = mean();
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (double value : sorted) {
      double deviation = value - mean;
      double square = deviation * deviation;
      second += square;
      third += square * deviation;
      fourth += square * square;
    }
    double n = sorted.length;
    return new Central(sorted.length, second / n, third / n, fourth / n);
  }

  /** How many values are below a value. */
  public int below(double value) {
    return Ranks.below(sorted, value);
  }

  /** How many values are at most a value. */
  public int atMost(double value) {
    return Ranks.atMost(sorted, value);
  }

  /**
   * The sample with its ends drawn in to the next values.
   *
   * @param low how many of the lowest values
   * @param high how many of the highest; at least one value is in neither
   */
  public Sample winsorised(int low, int high) {
    double[] drawnIn = sorted.clone();
    int last = drawnIn.length - 1 - high;
    Arrays.fill(drawnIn, 0, low, drawnIn[low]);
    Arrays.fill(drawnIn, last + 1, drawnIn.length, drawnIn[last]);
    return new Sample(drawnIn);
  }
}
