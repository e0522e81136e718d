package org.muscat.engine.panel.sensitivity;

/**
 * How intervals are found: rows of the design are drawn with replacement, and everything, mean and
 * variance too, is estimated again from the same rows, so that what varies together stays together.
 * The interval is between quantiles of those estimates (Efron and Tibshirani, An Introduction to
 * the Bootstrap, 1993, chapter 13).
 *
 * @param resamples how many times, from 1 to {@link #MOST_RESAMPLES}
 * @param coverage of the interval, in (0,1)
 * @param seed of what is drawn
 */
public record Bootstrap(int resamples, double coverage, long seed) {

  /** More resamples are refused: they would take memory and say no more. */
  public static final int MOST_RESAMPLES = 100_000;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Bootstrap {
    if (resamples < 1 || resamples > MOST_RESAMPLES) {
      throw new IllegalArgumentException(
          "there are " + resamples + " resamples, not 1 to " + MOST_RESAMPLES);
    }
    requireCoverage(coverage);
  }

  static void requireCoverage(double coverage) {
    if (!(coverage > 0 && coverage < 1)) {
      throw new IllegalArgumentException(
          "the coverage is " + coverage + ", not a share between 0 and 1");
    }
  }

  static double lower(double coverage) {
    return (1 - coverage) / 2;
  }

  static double upper(double coverage) {
    return (1 + coverage) / 2;
  }
}
