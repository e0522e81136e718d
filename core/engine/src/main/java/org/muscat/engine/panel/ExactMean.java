package org.muscat.engine.panel;

/**
 * The mean as if summed without rounding, so that it is the same to the bit in any order, and that
 * of equal values is that value.
 *
 * <p>Each value is split at a power of two so large that the upper parts, all multiples of one
 * small unit, add up without rounding; the lower parts are split and added likewise (Rump, Ogita
 * and Oishi, Accurate floating-point summation, 2008; Demmel and Nguyen, Parallel reproducible
 * summation, 2015). What is left below that is less than 2^-80 of the greatest value, for up to a
 * thousand values, and dropped.
 */
final class ExactMean {

  /** Bits behind the first of a double. */
  private static final int FRACTION = 52;

  private static final double SMALLER = 0x1p-100;

  private ExactMean() {}

  /**
   * The mean of values of which none is missing.
   *
   * @return NaN of nothing
   */
  static double of(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(values.length);
    int exponent = Math.getExponent(greatest(values)) + 1 + bits;
    if (exponent > Double.MAX_EXPONENT) {
      return of(scaled(values)) / SMALLER;
    }
    double coarse = Math.scalb(1.0, exponent);
    double fine = Math.scalb(coarse, bits - FRACTION);
    double upper = 0;
    double lower = 0;
    for (double value : values) {
      double high = (coarse + value) - coarse;
      upper += high;
      lower += (fine + (value - high)) - fine;
    }
    double sum = upper + lower;
    double lost = lower - (sum - upper);
    double mean = sum / values.length;
    return mean + (Math.fma(-mean, values.length, sum) + lost) / values.length;
  }

  private static double greatest(double[] values) {
    double greatest = 0;
    for (double value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }

  private static double[] scaled(double[] values) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * SMALLER;
    }
    return scaled;
  }
}
