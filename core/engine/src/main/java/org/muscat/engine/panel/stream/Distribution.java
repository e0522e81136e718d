package org.muscat.engine.panel.stream;

import java.util.Arrays;
import org.muscat.engine.panel.Ranks;

/** The empirical distribution of all values so far. A value more costs one copy. Immutable. */
public final class Distribution {

  /** Of no values. */
  public static final Distribution NONE = new Distribution(new double[0]);

  private final double[] sorted;

  private Distribution(double[] sorted) {
    this.sorted = sorted;
  }

  /** Of some values; missing ones are left out. */
  public static Distribution of(double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).map(v -> v + 0.0).toArray();
    Arrays.sort(sorted);
    return new Distribution(sorted);
  }

  /** With one more value. */
  public Distribution plus(double value) {
    if (Double.isNaN(value)) {
      return this;
    }
    int place = Ranks.atMost(sorted, value);
    double[] longer = new double[sorted.length + 1];
    System.arraycopy(sorted, 0, longer, 0, place);
    // Plus nought: 0.0 and -0.0 are one value.
    longer[place] = value + 0.0;
    System.arraycopy(sorted, place, longer, place + 1, sorted.length - place);
    return new Distribution(longer);
  }

  /** How many values. */
  public int count() {
    return sorted.length;
  }

  /** The share of the values that are at most this one; NaN of nothing or for a missing value. */
  public double share(double value) {
    return Double.isNaN(value) || sorted.length == 0
        ? Double.NaN
        : Ranks.atMost(sorted, value) / (double) sorted.length;
  }

  /**
   * {@code (r - 1) / (n - 1)} with the mean rank r of a value that is among these.
   *
   * @return NaN below two values or for a missing value
   */
  public double percentileRank(double value) {
    if (Double.isNaN(value) || sorted.length < 2) {
      return Double.NaN;
    }
    double rank = (Ranks.below(sorted, value) + 1 + Ranks.atMost(sorted, value)) / 2.0;
    return (rank - 1) / (sorted.length - 1);
  }
}
