package org.muscat.engine.panel.sensitivity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.muscat.engine.panel.Samples;

/**
 * Uncertainty and sensitivity of the ranks of a panel. Combinations that occur more than once are
 * composed once, in an order in which no step is done twice (see {@link Composer}). Beside the
 * panels of one run, memory holds the alternatives and the response of each run, of which there are
 * {@link Factorial#MOST_RUNS} at most, and the square of the number of units. Pure; any thread.
 */
public final class Sensitivity {

  private final Composer composer;
  private final LeagueTable table;
  private final RankCounts counts;
  private final List<Factor> factors;

  private Sensitivity(Alternatives alternatives) {
    this.composer = new Composer(alternatives);
    String index = alternatives.weights().alternatives().get(0).index().id();
    this.table = new LeagueTable(alternatives.nominal().column(index));
    this.counts = new RankCounts(composer.units());
    this.factors = alternatives.factors();
  }

  /**
   * Every combination of the alternatives, and the exact indices.
   *
   * @param coverage of the ranges of ranks, in (0,1)
   * @throws IllegalArgumentException if there are too many combinations, one of them cannot be
   *     composed, or the coverage is no share
   */
  public static Assessment exact(Alternatives alternatives, double coverage) {
    Bootstrap.requireCoverage(coverage);
    return new Sensitivity(alternatives).exact(coverage);
  }

  /**
   * A random design, and estimates with intervals.
   *
   * @throws IllegalArgumentException if a combination cannot be composed, or there are too many
   *     runs
   */
  public static Assessment estimate(Alternatives alternatives, MonteCarlo settings) {
    return new Sensitivity(alternatives).estimate(settings);
  }

  private Assessment exact(double coverage) {
    Factorial factorial = new Factorial(factors);
    double[] responses = new double[factorial.runs()];
    for (int run = 0; run < responses.length; run++) {
      responses[run] = respond(factorial.run(run), 1);
    }
    return new Assessment(
        responses.length,
        responses.length,
        Samples.mean(responses),
        Samples.central(responses).second(),
        factorial.indices(responses),
        counts.statistics(table.published(), coverage));
  }

  private Assessment estimate(MonteCarlo settings) {
    if (settings.rows() * (factors.size() + 2L) > Factorial.MOST_RUNS) {
      throw new IllegalArgumentException(
          String.format(
              "%d rows for %d factors are more than %d runs; take fewer rows",
              settings.rows(), factors.size(), Factorial.MOST_RUNS));
    }
    SaltelliDesign design = SaltelliDesign.random(factors.size(), settings.rows(), settings.seed());
    int[][] runs =
        IntStream.range(0, design.runs()).mapToObj(i -> run(design.point(i))).toArray(int[][]::new);
    double[] responses = new double[runs.length];
    int composed = respond(runs, 2 * design.rows(), responses);
    double[] independent = Arrays.copyOf(responses, 2 * design.rows());
    double spread = Samples.standardDeviation(independent);
    return new Assessment(
        runs.length,
        composed,
        Samples.mean(independent),
        spread * spread,
        new SobolEstimator(factors, responses, settings.firstOrder())
            .estimate(settings.bootstrap()),
        counts.statistics(table.published(), settings.bootstrap().coverage()));
  }

  private int[] run(double[] point) {
    int[] run = new int[point.length];
    for (int i = 0; i < run.length; i++) {
      run[i] = factors.get(i).alternative(point[i]);
    }
    return run;
  }

  /**
   * The responses of many runs.
   *
   * @param independent how many of the first runs count for the ranks
   * @return how many runs were different
   */
  private int respond(int[][] runs, int independent, double[] responses) {
    int[] order =
        IntStream.range(0, runs.length)
            .boxed()
            .sorted(Comparator.comparing(run -> runs[run], Arrays::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    int composed = 0;
    int end;
    for (int start = 0; start < order.length; start = end) {
      end = start;
      int times = 0;
      while (end < order.length && Arrays.equals(runs[order[end]], runs[order[start]])) {
        times += order[end] < independent ? 1 : 0;
        end++;
      }
      double response = respond(runs[order[start]], times);
      for (int same = start; same < end; same++) {
        responses[order[same]] = response;
      }
      composed++;
    }
    return composed;
  }

  private double respond(int[] run, int times) {
    int[] ranks = table.rank(composer.index(run));
    counts.add(ranks, times);
    return table.change(ranks);
  }
}
