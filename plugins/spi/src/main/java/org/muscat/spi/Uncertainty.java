package org.muscat.spi;

import java.time.Duration;

/**
 * How sure a fresh reading is, and how fast that wears off (method, section 3): {@code sigma^2(a) =
 * sigma0^2 + (1 - 2^(-a/halfLife)) sigmaClim^2} at age {@code a}; past {@code maxAge} the reading
 * is missing.
 *
 * @param sigma0 standard error of a fresh reading, in points of risk
 * @param sigmaClim standard deviation of the risk over its calibration window, in points
 * @param halfLife the age at which half of that variance has come back: how often the reading has
 *     something new to say. That is the feed's cadence, unless the reading sums up a window that
 *     turns over more slowly than the feed fills it
 * @param maxAge the age past which a reading says nothing
 */
public record Uncertainty(double sigma0, double sigmaClim, Duration halfLife, Duration maxAge) {

  public Uncertainty {
    if (!(sigma0 >= 0 && sigma0 <= 100) || !(sigmaClim >= 0 && sigmaClim <= 100)) {
      throw new IllegalArgumentException(
          "sigma0 " + sigma0 + " and sigmaClim " + sigmaClim + " must lie in [0,100] risk points");
    }
    if (halfLife.isZero() || halfLife.isNegative() || maxAge.compareTo(halfLife) < 0) {
      throw new IllegalArgumentException(
          "half-life " + halfLife + " must be positive and at most the maximum age " + maxAge);
    }
  }
}
