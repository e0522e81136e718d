package org.muscat.engine.margin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The probability of touching the next-worse band, behind its reliability gate (method, section 7):
 * published for a model whose replayed history passes the test, else absent with the reason.
 */
public sealed interface TouchProbability {

  /**
   * The model passed the test.
   *
   * @param probability in [0,1]
   * @param days the horizon
   * @param test that it passed
   */
  record Published(double probability, double days, ReliabilityTest test)
      implements TouchProbability {}

  /**
   * There is no probability to publish.
   *
   * @param reason in words, with the numbers
   */
  record Withheld(String reason) implements TouchProbability {}

  /**
   * The probability of a margin if it may be published.
   *
   * @param drift mu, in points a day; 0 unless a model says otherwise
   * @param test of the model's replayed history, out of sample; null if there was none
   */
  static TouchProbability of(Margin margin, double drift, @Nullable ReliabilityTest test) {
    if (test == null) {
      return new Withheld("the model has no reliability test");
    }
    if (test.forecasts() < ReliabilityTest.LEAST_FORECASTS) {
      return new Withheld(
          "the reliability test of the model has "
              + test.forecasts()
              + " forecasts, "
              + ReliabilityTest.LEAST_FORECASTS
              + " are needed");
    }
    if (!test.isPassed()) {
      return new Withheld(
          String.format(
              Locale.ROOT,
              "the model failed its reliability test: calibration error %.3f over %d forecasts is"
                  + " above %.2f",
              test.calibrationError(),
              test.forecasts(),
              ReliabilityTest.LARGEST_ERROR));
    }
    return new Published(margin.touchProbability(drift), margin.days(), test);
  }
}
