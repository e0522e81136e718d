package org.muscat.energy;

import java.time.Duration;
import org.muscat.spi.Uncertainty;

/** What readings of daily prices have in common. */
final class Prices {

  /** Long enough for a pair of prices on one day across any holidays inside the maximum age. */
  static final Duration PAIR_LOOK_BACK = Duration.ofDays(30);

  private static final double SIGMA_0 = 3;
  private static final Duration CADENCE = Duration.ofDays(1);

  /** Indices and rates are published on the next business day. */
  private static final Duration MAX_AGE_OF_INDICES = Duration.ofDays(10);

  /**
   * Spot prices and the dollar are published up to five business days after their day, so around
   * Easter and Christmas the newest is 12 or 13 days old when the next one comes.
   */
  private static final Duration MAX_AGE_OF_SPOT_PRICES = Duration.ofDays(14);

  private Prices() {}

  /**
   * @param sigmaClim standard deviation of the risk over the calibration window, in points
   */
  static Uncertainty uncertaintyOfIndices(double sigmaClim) {
    return new Uncertainty(SIGMA_0, sigmaClim, CADENCE, MAX_AGE_OF_INDICES);
  }

  /**
   * @param sigmaClim standard deviation of the risk over the calibration window, in points
   */
  static Uncertainty uncertaintyOfSpotPrices(double sigmaClim) {
    return new Uncertainty(SIGMA_0, sigmaClim, CADENCE, MAX_AGE_OF_SPOT_PRICES);
  }
}
