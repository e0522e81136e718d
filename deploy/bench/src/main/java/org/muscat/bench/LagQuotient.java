package org.muscat.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * By how much faulty spans are later than healthy ones that took turns with them: the quotient of
 * the quantiles of all their lags, with a 90 % interval from drawing rounds again.
 */
final class LagQuotient {

  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-24s %-8s %11s %11s %22s %22s",
          "fault",
          "where",
          "healthy p99",
          "faulty p99",
          "quotient of p99",
          "quotient of p50");

  private static final int DRAWS = 4_000;
  private static final double LOWER = 0.05;
  private static final double UPPER = 0.95;

  private final List<double[]> healthy = new ArrayList<>();
  private final List<double[]> faulty = new ArrayList<>();

  /** Lags in milliseconds of two spans that followed one another. */
  void add(double[] healthyLags, double[] faultyLags) {
    healthy.add(healthyLags.clone());
    faulty.add(faultyLags.clone());
  }

  String line(String fault, String where) {
    return String.format(
        Locale.ROOT,
        "%-24s %-8s %8.2f ms %8.2f ms %22s %22s",
        fault,
        where,
        quantile(healthy, 0.99),
        quantile(faulty, 0.99),
        interval(0.99),
        interval(0.5));
  }

  /** How many lags there are of each. */
  String counts(String well, String ill) {
    return count(healthy) + " " + well + ", " + count(faulty) + " " + ill;
  }

  private static int count(List<double[]> spans) {
    return spans.stream().mapToInt(lags -> lags.length).sum();
  }

  private String interval(double p) {
    Random random = new Random(1);
    double[] drawn = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      List<double[]> ill = new ArrayList<>();
      List<double[]> well = new ArrayList<>();
      for (int j = 0; j < healthy.size(); j++) {
        int round = random.nextInt(healthy.size());
        well.add(healthy.get(round));
        ill.add(faulty.get(round));
      }
      drawn[i] = quantile(ill, p) / quantile(well, p);
    }
    Arrays.sort(drawn);
    return String.format(
        Locale.ROOT,
        "%.2f [%.2f, %.2f]",
        quantile(faulty, p) / quantile(healthy, p),
        drawn[(int) (LOWER * DRAWS)],
        drawn[(int) (UPPER * DRAWS)]);
  }

  private static double quantile(List<double[]> spans, double p) {
    double[] all = spans.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    return all[(int) Math.ceil(p * all.length) - 1];
  }
}
