package org.muscat.energy;

import org.muscat.spi.Series;
import org.muscat.toolkit.GjrFit;
import org.muscat.toolkit.GjrGarch;
import org.muscat.toolkit.Returns;

/**
 * Remembers the last few fits by the prices they are of, so that the days of a month share one.
 * What is remembered is a function of the prices alone: a reading is the same with it and without.
 * Safe for any thread.
 */
final class GjrFits {

  /**
   * A fit, and where it ends.
   *
   * @param mean of the returns, which the shocks are less
   * @param variance of the day after the last return
   */
  record Fitted(GjrFit fit, double mean, double variance) {}

  private final Recent<Series, Fitted> recent = new Recent<>();

  /**
   * The fit of the returns of these prices.
   *
   * @param prices all positive
   * @throws IllegalArgumentException if the returns are too few or all the same
   */
  Fitted of(Series prices) {
    Fitted known = recent.get(prices);
    return known == null ? recent.put(prices, fit(Returns.log(prices))) : known;
  }

  private static Fitted fit(double... returns) {
    double mean = 0;
    for (double value : returns) {
      mean += value / returns.length;
    }
    double[] shocks = new double[returns.length];
    for (int i = 0; i < shocks.length; i++) {
      shocks[i] = returns[i] - mean;
    }
    GjrFit fit = GjrFit.of(shocks);
    return new Fitted(fit, mean, fit.model().forecast(GjrGarch.meanSquare(shocks), shocks));
  }
}
