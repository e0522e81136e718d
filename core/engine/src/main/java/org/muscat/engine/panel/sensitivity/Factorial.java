package org.muscat.engine.panel.sensitivity;

import java.util.ArrayList;
import java.util.List;

/**
 * Every combination of finite alternatives, and the exact Sobol indices of a response to them: the
 * decomposition of the variance under equally likely, independent alternatives. Combinations are
 * numbered from 0, the alternative of the last factor changing fastest. Immutable.
 */
public final class Factorial {

  /** More combinations are refused: a random design does it with fewer runs. */
  public static final int MOST_RUNS = 1_000_000;

  private final List<Factor> factors;
  private final int runs;

  /**
   * All combinations.
   *
   * @throws IllegalArgumentException if there is no factor, one is not a choice, or there are more
   *     than {@link #MOST_RUNS} combinations
   */
  public Factorial(List<Factor> factors) {
    long product = 1;
    for (Factor factor : factors) {
      if (!factor.isChoice()) {
        throw new IllegalArgumentException(
            "the factor '" + factor.name() + "' has no finite alternatives to combine");
      }
      product *= factor.alternatives();
      if (product > MOST_RUNS) {
        throw new IllegalArgumentException(
            "there are more than " + MOST_RUNS + " combinations; take a random design");
      }
    }
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("there is no factor: give something two alternatives");
    }
    this.factors = List.copyOf(factors);
    this.runs = (int) product;
  }

  /** How many combinations there are. */
  public int runs() {
    return runs;
  }

  /** The alternatives of a combination, from 0 on, one for each factor. */
  public int[] run(int number) {
    int[] alternatives = new int[factors.size()];
    int rest = number;
    for (int i = alternatives.length - 1; i >= 0; i--) {
      alternatives[i] = rest % factors.get(i).alternatives();
      rest /= factors.get(i).alternatives();
    }
    return alternatives;
  }

  /**
   * The exact indices.
   *
   * @param responses finite, one for each combination, in their order
   * @throws IllegalArgumentException if they are too few or too many, or one is not finite
   */
  public List<SobolIndex> indices(double[] responses) {
    if (responses.length != runs) {
      throw new IllegalArgumentException(
          responses.length + " responses for " + runs + " combinations");
    }
    SobolEstimator.requireFinite(responses);
    double mean = mean(responses);
    double variance = 0;
    for (double response : responses) {
      variance += (response - mean) * (response - mean) / runs;
    }
    List<SobolIndex> indices = new ArrayList<>();
    int stride = runs;
    for (Factor factor : factors) {
      stride /= factor.alternatives();
      double explained = explained(responses, factor.alternatives(), stride, mean);
      double left = left(responses, factor.alternatives(), stride);
      boolean varies = variance > 0;
      indices.add(
          new SobolIndex(
              factor,
              varies ? explained / variance : Double.NaN,
              varies ? left / variance : Double.NaN,
              null,
              null));
    }
    return List.copyOf(indices);
  }

  /** The variance, over the alternatives of a factor, of the mean over everything else. */
  private static double explained(double[] y, int alternatives, int stride, double mean) {
    double[] sums = new double[alternatives];
    for (int run = 0; run < y.length; run++) {
      sums[run / stride % alternatives] += y[run] - mean;
    }
    double variance = 0;
    double others = (double) y.length / alternatives;
    for (double sum : sums) {
      variance += (sum / others) * (sum / others) / alternatives;
    }
    return variance;
  }

  /** The mean, over everything else, of the variance over the alternatives of a factor. */
  private static double left(double[] y, int alternatives, int stride) {
    double squares = 0;
    for (int block = 0; block < y.length; block += stride * alternatives) {
      for (int start = block; start < block + stride; start++) {
        double mean = 0;
        for (int k = 0; k < alternatives; k++) {
          mean += y[start + k * stride] / alternatives;
        }
        for (int k = 0; k < alternatives; k++) {
          double deviation = y[start + k * stride] - mean;
          squares += deviation * deviation;
        }
      }
    }
    return squares / y.length;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
