package org.muscat.engine;

import org.muscat.engine.attribution.Coalitions;
import org.muscat.engine.attribution.LogMean;
import org.muscat.engine.attribution.Shapley;

/**
 * The power mean {@code M = (sum w_i x_i^p)^(1/p)}, for p = 0 {@code exp(sum w_i ln x_i)} (method,
 * section 5.2), and the exact split of its changes.
 *
 * @param power {@code p}
 */
record PillarAverage(double power) {

  /**
   * The mean.
   *
   * @param weights that sum to 1; what has none is left out
   * @param values positive where there is a weight
   */
  double of(double[] weights, double[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] == 0 ? 0 : weights[i] * raised(values[i]);
    }
    return lowered(sum);
  }

  /** {@code x^p}, or {@code ln x} for the geometric mean. */
  double raised(double x) {
    return power == 0 ? Math.log(x) : power == 1 ? x : Math.pow(x, power);
  }

  private double lowered(double sum) {
    return power == 0 ? Math.exp(sum) : power == 1 ? sum : Math.pow(sum, 1 / power);
  }

  /** {@code dM/dx} where the mean has a given value. */
  double slope(double weight, double x, double mean) {
    return power == 0 ? weight * mean / x : weight * Math.pow(x / mean, power - 1);
  }

  /**
   * The value that one must take for the mean to become {@code target}; for the geometric mean
   * {@code x (target/M)^(1/w)}.
   *
   * @return NaN if no value does
   */
  double needed(double target, double mean, double weight, double x) {
    if (power == 0) {
      return x * Math.pow(target / mean, 1 / weight);
    }
    double sum = raised(x) + (raised(target) - raised(mean)) / weight;
    // No value has a negative power; an even root, as that of p = 1/2, would find one.
    return sum > 0 ? lowered(sum) : Double.NaN;
  }

  /** {@code d ln M/dx} where the mean has a given value. */
  double logSlope(double weight, double x, double mean) {
    return power == 0 ? weight / x : slope(weight, x, mean) / mean;
  }

  /** {@code dM/dw} over {@link #raised}, to first order: {@code M^(1-p)/p}. */
  double weightSlope(double mean) {
    return power == 0 ? mean : Math.pow(mean, 1 - power) / power;
  }

  /**
   * The parts of a change of {@code ln M} (method, section 5, attribution): logarithms for the
   * geometric mean, differences for the arithmetic one, else Shapley values; the last two are
   * brought from points to logarithms by the logarithmic mean. They sum to the change.
   *
   * @param weights that sum to 1
   * @throws IllegalArgumentException if more than 12 values need a Shapley value
   */
  double[] logParts(double[] weights, double[] from, double[] to) {
    double[] parts = new double[weights.length];
    if (power == 0) {
      for (int i = 0; i < parts.length; i++) {
        parts[i] = weights[i] == 0 ? 0 : weights[i] * Math.log(to[i] / from[i]);
      }
      return parts;
    }
    double[] points = power == 1 ? differences(weights, from, to) : shapley(weights, from, to);
    double perPoint = 1 / LogMean.of(of(weights, to), of(weights, from));
    for (int i = 0; i < parts.length; i++) {
      parts[i] = points[i] * perPoint;
    }
    return parts;
  }

  private static double[] differences(double[] weights, double[] from, double[] to) {
    double[] points = new double[weights.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = weights[i] == 0 ? 0 : weights[i] * (to[i] - from[i]);
    }
    return points;
  }

  private double[] shapley(double[] weights, double[] from, double[] to) {
    return Shapley.values(
        weights.length, Coalitions.ofChange(values -> of(weights, values), from, to));
  }
}
