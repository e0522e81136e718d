package org.muscat.engine.panel.sensitivity;

import java.util.Arrays;
import org.muscat.engine.panel.Ranks;

/** Ranks of one index after another, and how far they are from those published. One thread. */
final class LeagueTable {

  /** The rank of a unit without an index. */
  static final int NONE = 0;

  private final int[] published;
  private final int[] ranks;
  private final double[] sorted;

  LeagueTable(double[] nominal) {
    this.ranks = new int[nominal.length];
    this.sorted = new double[nominal.length];
    this.published = rank(nominal).clone();
  }

  int[] published() {
    return published;
  }

  /**
   * Ranks from 1 for the highest index, ties sharing the best rank.
   *
   * @return good until the next call
   */
  int[] rank(double[] index) {
    System.arraycopy(index, 0, sorted, 0, index.length);
    // NaN is sorted behind every number.
    Arrays.sort(sorted);
    int there = Ranks.atMost(sorted, Double.POSITIVE_INFINITY);
    for (int u = 0; u < index.length; u++) {
      ranks[u] = Double.isNaN(index[u]) ? NONE : there - Ranks.atMost(sorted, index[u]) + 1;
    }
    return ranks;
  }

  /**
   * The mean absolute change of the ranks against those published, over the units that have both.
   *
   * @throws IllegalArgumentException if no unit has
   */
  double change(int[] now) {
    long sum = 0;
    int compared = 0;
    for (int u = 0; u < now.length; u++) {
      if (now[u] != NONE && published[u] != NONE) {
        sum += Math.abs(now[u] - published[u]);
        compared++;
      }
    }
    if (compared == 0) {
      throw new IllegalArgumentException("no unit has an index here and as published");
    }
    return (double) sum / compared;
  }
}
