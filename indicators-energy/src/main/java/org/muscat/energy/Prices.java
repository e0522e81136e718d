package org.muscat.energy;

import java.time.Duration;
import org.muscat.spi.Uncertainty;

/** What readings of daily prices have in common. */
final class Prices {

  /** Long enough for a pair of prices on one day across any holidays inside the maximum age. */
  static final Duration PAIR_LOOK_BACK = Duration.ofDays(30);

  private static final double SIGMA_0 = 3;
  private static final Duration CADENCE = Duration.ofDays(1);
  private static final Duration MAX_AGE = Duration.ofDays(10);

  private Prices() {}

  /**
   * @param sigmaClim standard deviation of the risk over the calibration window, in points
   */
  static Uncertainty uncertainty(double sigmaClim) {
    return new Uncertainty(SIGMA_0, sigmaClim, CADENCE, MAX_AGE);
  }
}
