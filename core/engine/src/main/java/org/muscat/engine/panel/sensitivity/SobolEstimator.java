package org.muscat.engine.panel.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.Samples;

/**
 * Sobol indices estimated from the responses to a {@link SaltelliDesign}. The total index is {@code
 * mean((yA - yABi)^2) / (2V)} (Jansen, Computer Physics Communications 117, 1999). For one thread.
 */
public final class SobolEstimator {

  private final List<Factor> factors;
  private final double[] responses;
  private final int rows;
  private final FirstOrder firstOrder;

  /**
   * An estimator.
   *
   * @param responses finite, in the order of the runs of the design
   * @throws IllegalArgumentException if the responses are not those of a design for these factors,
   *     or one is not finite
   */
  public SobolEstimator(List<Factor> factors, double[] responses, FirstOrder firstOrder) {
    int blocks = factors.size() + 2;
    if (responses.length % blocks != 0 || responses.length < 2 * blocks) {
      throw new IllegalArgumentException(
          responses.length
              + " responses are those of no design for "
              + factors.size()
              + " factors");
    }
    requireFinite(responses);
    this.factors = List.copyOf(factors);
    this.responses = responses.clone();
    this.rows = responses.length / blocks;
    this.firstOrder = firstOrder;
  }

  /** The estimates, one for each factor. */
  public List<SobolIndex> estimate() {
    return indices(null);
  }

  /** The estimates with intervals. */
  public List<SobolIndex> estimate(Bootstrap bootstrap) {
    return indices(bootstrap);
  }

  static void requireFinite(double[] responses) {
    for (int run = 0; run < responses.length; run++) {
      if (!Double.isFinite(responses[run])) {
        throw new IllegalArgumentException(
            "the response of run " + run + " is " + responses[run] + ", not finite");
      }
    }
  }

  private List<SobolIndex> indices(@Nullable Bootstrap bootstrap) {
    int[] every = new int[rows];
    for (int row = 0; row < rows; row++) {
      every[row] = row;
    }
    Estimate estimate = new Estimate(every);
    double[][][] resampled = bootstrap == null ? null : resample(bootstrap);
    List<SobolIndex> indices = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      Interval first = null;
      Interval total = null;
      if (bootstrap != null && resampled != null) {
        first = interval(resampled[0][i], bootstrap.coverage());
        total = interval(resampled[1][i], bootstrap.coverage());
      }
      indices.add(
          new SobolIndex(factors.get(i), estimate.first(i), estimate.total(i), first, total));
    }
    return List.copyOf(indices);
  }

  /** First and total, by factor, of each resample. */
  private double[][][] resample(Bootstrap bootstrap) {
    double[][][] resampled = new double[2][factors.size()][bootstrap.resamples()];
    SplittableRandom random = Streams.resamples(bootstrap.seed());
    int[] drawn = new int[rows];
    for (int r = 0; r < bootstrap.resamples(); r++) {
      for (int row = 0; row < rows; row++) {
        drawn[row] = random.nextInt(rows);
      }
      Estimate estimate = new Estimate(drawn);
      for (int i = 0; i < factors.size(); i++) {
        resampled[0][i][r] = estimate.first(i);
        resampled[1][i][r] = estimate.total(i);
      }
    }
    return resampled;
  }

  private static Interval interval(double[] estimates, double coverage) {
    return new Interval(
        Samples.quantile(estimates, Bootstrap.lower(coverage)),
        Samples.quantile(estimates, Bootstrap.upper(coverage)));
  }

  /** What some rows of the design say. */
  private final class Estimate {

    private final int[] drawn;
    private final double mean;
    private final double variance;

    Estimate(int[] drawn) {
      this.drawn = drawn;
      double sum = 0;
      for (int row : drawn) {
        sum += responses[row] + responses[rows + row];
      }
      int count = 2 * drawn.length;
      this.mean = sum / count;
      double squares = 0;
      for (int row : drawn) {
        double a = responses[row] - mean;
        double b = responses[rows + row] - mean;
        squares += a * a + b * b;
      }
      this.variance = squares / (count - 1);
    }

    double first(int factor) {
      if (variance == 0) {
        return Double.NaN;
      }
      int block = (factor + 2) * rows;
      double sum = 0;
      for (int row : drawn) {
        sum += firstOrder.term(responses[row], responses[rows + row], responses[block + row], mean);
      }
      return firstOrder.index(sum / drawn.length, variance);
    }

    double total(int factor) {
      if (variance == 0) {
        return Double.NaN;
      }
      int block = (factor + 2) * rows;
      double sum = 0;
      for (int row : drawn) {
        double change = responses[row] - responses[block + row];
        sum += change * change;
      }
      return sum / drawn.length / (2 * variance);
    }
  }
}
