package org.muscat.engine.panel.aggregate;

/**
 * The weighted power mean {@code (sum w x^p / sum w)^(1/p)}, with its limit {@code exp(sum w ln x /
 * sum w)} at p = 0 (Hardy, Littlewood and Polya, Inequalities, chapter 2). Lower p lets less of a
 * bad value be made good by the others.
 *
 * @param p finite; 1 is arithmetic, 0 geometric, -1 harmonic
 */
public record PowerMean(double p) {

  public static final PowerMean ARITHMETIC = new PowerMean(1);
  public static final PowerMean GEOMETRIC = new PowerMean(0);
  public static final PowerMean HARMONIC = new PowerMean(-1);

  /**
   * Checks the exponent.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public PowerMean {
    if (!Double.isFinite(p)) {
      throw new IllegalArgumentException("the exponent of a power mean is " + p + ", not finite");
    }
  }

  /**
   * The mean of the values that are there. Missing ones (NaN) and those of weight 0 are left out,
   * and the weights of the others are taken relative to their sum.
   *
   * @param values any for p = 1, otherwise not negative, and positive for p of 0 and less
   * @param weights not negative, as many as values
   * @return NaN if nothing with a weight is there
   * @throws IllegalArgumentException if the mean of a value is undefined
   */
  public double of(double[] values, double[] weights) {
    return p == 1 ? arithmetic(values, weights) : power(values, weights);
  }

  private static double arithmetic(double[] values, double[] weights) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      if (counts(values[i], weights[i])) {
        sum += weights[i] * values[i];
        total += weights[i];
      }
    }
    return total == 0 ? Double.NaN : sum / total;
  }

  private double power(double[] values, double[] weights) {
    double total = 0;
    // Powers are taken of x over an end of its range, so that none overflows.
    double unit = p > 0 ? 0 : Double.POSITIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      if (counts(values[i], weights[i])) {
        require(values[i]);
        total += weights[i];
        unit = p > 0 ? Math.max(unit, values[i]) : Math.min(unit, values[i]);
      }
    }
    if (total == 0) {
      return Double.NaN;
    }
    if (unit == 0) {
      return 0;
    }
    double mean = sum(values, weights, unit) / total;
    return p == 0 ? unit * Math.exp(mean) : unit * Math.pow(mean, 1 / p);
  }

  private double sum(double[] values, double[] weights, double unit) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (counts(values[i], weights[i])) {
        sum += weights[i] * term(values[i] / unit);
      }
    }
    return sum;
  }

  private double term(double x) {
    return p == 0 ? Math.log(x) : Math.pow(x, p);
  }

  private void require(double value) {
    if (value < 0 || (p <= 0 && value == 0)) {
      throw new IllegalArgumentException(
          "a power mean with p = " + p + " is undefined for the value " + value);
    }
  }

  private static boolean counts(double value, double weight) {
    return weight > 0 && !Double.isNaN(value);
  }
}
