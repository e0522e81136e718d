package org.muscat.engine.panel.stream;

/**
 * Mean and spread of all values so far (Welford, Note on a method for calculating corrected sums of
 * squares and products, 1962).
 *
 * @param count how many values
 * @param mean NaN of nothing
 * @param squares the sum of the squared deviations from the mean
 * @param min NaN of nothing
 * @param max NaN of nothing
 */
public record Moments(long count, double mean, double squares, double min, double max) {

  /** Of no values. */
  public static final Moments NONE = new Moments(0, Double.NaN, 0, Double.NaN, Double.NaN);

  /** With one more value. */
  public Moments plus(double value) {
    if (Double.isNaN(value)) {
      return this;
    }
    if (count == 0) {
      return new Moments(1, value, 0, value, value);
    }
    double deviation = value - mean;
    double shifted = mean + deviation / (count + 1);
    return new Moments(
        count + 1,
        shifted,
        squares + deviation * (value - shifted),
        Math.min(min, value),
        Math.max(max, value));
  }

  /** With n - 1; NaN below two values. */
  public double standardDeviation() {
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }

  /** {@code (value - mean) / sd}; NaN below two values or without spread. */
  public double z(double value) {
    return squares == 0 ? Double.NaN : (value - mean) / standardDeviation();
  }
}
