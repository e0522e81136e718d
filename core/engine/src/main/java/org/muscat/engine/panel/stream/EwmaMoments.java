package org.muscat.engine.panel.stream;

/**
 * Exponentially weighted mean and variance (West, Updating mean and variance estimates, 1979):
 * {@code d = x - m}, {@code m <- m + (1 - lambda) d}, {@code v <- lambda (v + (1 - lambda) d^2)}.
 *
 * @param lambda the decay in (0,1)
 * @param count how many values
 * @param mean started at the first value; NaN of nothing
 * @param variance started at 0
 * @param fromZero the mean started at 0, which {@link #unbiasedMean} puts right
 */
public record EwmaMoments(
    double lambda, long count, double mean, double variance, double fromZero) {

  /**
   * Checks the decay.
   *
   * @throws IllegalArgumentException if it lies outside (0,1)
   */
  public EwmaMoments {
    if (!(lambda > 0 && lambda < 1)) {
      throw new IllegalArgumentException("lambda is " + lambda + ", not in (0,1)");
    }
  }

  /** Of no values. */
  public static EwmaMoments none(double lambda) {
    return new EwmaMoments(lambda, 0, Double.NaN, 0, 0);
  }

  /** With one more value. */
  public EwmaMoments plus(double value) {
    if (Double.isNaN(value)) {
      return this;
    }
    double zero = lambda * fromZero + (1 - lambda) * value;
    if (count == 0) {
      return new EwmaMoments(lambda, 1, value, 0, zero);
    }
    double deviation = value - mean;
    return new EwmaMoments(
        lambda,
        count + 1,
        mean + (1 - lambda) * deviation,
        lambda * (variance + (1 - lambda) * deviation * deviation),
        zero);
  }

  /** The mean with weights that sum to 1: that from zero over {@code 1 - lambda^n}. */
  public double unbiasedMean() {
    return count == 0 ? Double.NaN : fromZero / (1 - Math.pow(lambda, (double) count));
  }
}
