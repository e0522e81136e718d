package org.muscat.engine.attribution;

/**
 * The logarithmic-mean Divisia split of a change of a weighted geometric mean (Ang, Decomposition
 * analysis for policymaking in energy, 2004): additive and exact.
 */
public final class LogMean {

  private LogMean() {}

  /**
   * The logarithmic mean {@code L(a, b) = (a - b) / ln(a / b)}, {@code L(a, a) = a}.
   *
   * @param a positive
   * @param b positive
   * @throws IllegalArgumentException if one is not positive
   */
  public static double of(double a, double b) {
    requirePositive(a);
    requirePositive(b);
    double difference = (a - b) / b;
    // ln1p keeps its digits where a and b are near each other.
    return difference == 0 ? a : (a - b) / Math.log1p(difference);
  }

  /**
   * The parts {@code L(f1, f0) w_i ln(x1_i / x0_i)} of {@code f1 - f0} for {@code f = prod
   * x_i^w_i}.
   *
   * @param weights relative, not negative
   * @param from positive
   * @param to positive
   * @throws IllegalArgumentException if a value is not positive
   */
  public static double[] ofGeometricMean(double[] weights, double[] from, double[] to) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double mean = of(geometric(weights, to, total), geometric(weights, from, total));
    double[] parts = new double[weights.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = mean * weights[i] / total * Math.log(to[i] / from[i]);
    }
    return parts;
  }

  private static double geometric(double[] weights, double[] values, double total) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      requirePositive(values[i]);
      sum += weights[i] * Math.log(values[i]);
    }
    return Math.exp(sum / total);
  }

  private static void requirePositive(double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("a logarithmic mean needs positive values, not " + value);
    }
  }
}
