package org.muscat.engine.panel;

/** Ranks of values, missing ones left out. */
public final class Ranks {

  private Ranks() {}

  /**
   * Ranks from 1 for the lowest value to n for the highest.
   *
   * @param values NaN where missing
   * @return the ranks in the order of the values; NaN where the value is missing
   */
  public static double[] ascending(double[] values, Ties ties) {
    Sample sample = Sample.of(values);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] = Double.isNaN(values[i]) ? Double.NaN : rank(sample, values[i], ties);
    }
    return ranks;
  }

  /** How many values of a sorted array are below a value. */
  public static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many values of a sorted array are at most a value. */
  public static int atMost(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Ranks from 1 for the highest value, ties sharing the best rank: those of a league table. */
  public static double[] best(double[] values) {
    return ascending(Direction.DOWN.orient(values), Ties.MIN);
  }

  private static double rank(Sample sample, double value, Ties ties) {
    return switch (ties) {
      case MIN -> sample.below(value) + 1;
      case AVERAGE -> (sample.below(value) + 1 + sample.atMost(value)) / 2.0;
      case MAX -> sample.atMost(value);
    };
  }
}
