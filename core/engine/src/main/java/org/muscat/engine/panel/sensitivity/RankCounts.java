package org.muscat.engine.panel.sensitivity;

import java.util.ArrayList;
import java.util.List;

/**
 * How often each unit had each rank. Takes the square of the number of units in memory, whatever
 * the number of runs. For one thread.
 */
final class RankCounts {

  private final List<String> units;
  private final int[][] counts;

  RankCounts(List<String> units) {
    this.units = units;
    this.counts = new int[units.size()][units.size() + 1];
  }

  void add(int[] ranks, int times) {
    for (int u = 0; u < ranks.length; u++) {
      counts[u][ranks[u]] += times;
    }
  }

  List<RankStatistics> statistics(int[] published, double coverage) {
    List<RankStatistics> statistics = new ArrayList<>();
    for (int u = 0; u < counts.length; u++) {
      Row row = new Row(counts[u]);
      statistics.add(
          new RankStatistics(
              units.get(u),
              published[u] == LeagueTable.NONE ? Double.NaN : published[u],
              row.runs,
              row.mean(),
              row.quantile(0.5),
              new Interval(
                  row.quantile(Bootstrap.lower(coverage)),
                  row.quantile(Bootstrap.upper(coverage)))));
    }
    return List.copyOf(statistics);
  }

  /** The ranks of one unit. */
  private static final class Row {

    private final int[] counts;
    private final int runs;

    Row(int[] counts) {
      this.counts = counts;
      int sum = 0;
      for (int rank = 1; rank < counts.length; rank++) {
        sum += counts[rank];
      }
      this.runs = sum;
    }

    double mean() {
      long sum = 0;
      for (int rank = 1; rank < counts.length; rank++) {
        sum += (long) rank * counts[rank];
      }
      return runs == 0 ? Double.NaN : (double) sum / runs;
    }

    /** Of type 7, as {@link org.muscat.engine.panel.Samples#quantile}. */
    double quantile(double p) {
      if (runs == 0) {
        return Double.NaN;
      }
      double position = (runs - 1) * p;
      int below = (int) Math.floor(position);
      int low = ordered(below);
      return low + (position - below) * (ordered(Math.min(below + 1, runs - 1)) - low);
    }

    /** The rank that has so many others before it. */
    private int ordered(int before) {
      int rank = 1;
      int passed = counts[1];
      while (passed <= before) {
        rank++;
        passed += counts[rank];
      }
      return rank;
    }
  }
}
