package org.muscat.engine.panel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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
    Integer[] order =
        IntStream.range(0, values.length)
            .filter(i -> !Double.isNaN(values[i]))
            .boxed()
            // 0.0 and -0.0 are one value.
            .sorted(Comparator.comparingDouble(i -> values[i] + 0.0))
            .toArray(Integer[]::new);
    double[] ranks = new double[values.length];
    Arrays.fill(ranks, Double.NaN);
    int first = 0;
    while (first < order.length) {
      int last = first;
      while (last + 1 < order.length && values[order[last + 1]] == values[order[first]]) {
        last++;
      }
      double rank =
          switch (ties) {
            case MIN -> first + 1;
            case AVERAGE -> (first + last) / 2.0 + 1;
            case MAX -> last + 1;
          };
      for (int i = first; i <= last; i++) {
        ranks[order[i]] = rank;
      }
      first = last + 1;
    }
    return ranks;
  }

  /** Ranks from 1 for the highest value, ties sharing the best rank: those of a league table. */
  public static double[] best(double[] values) {
    return ascending(Direction.DOWN.orient(values), Ties.MIN);
  }
}
