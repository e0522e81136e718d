package org.muscat.toolkit;

import java.util.OptionalDouble;

/** The robust standard score of the method, section 3. */
public final class RobustZ {

  /** Scores are clipped to this on either side. */
  public static final double LIMIT = 4;

  private static final double MAD_TO_SD = 1.4826;

  private RobustZ() {}

  /**
   * {@code (x - median) / (1.4826 MAD)}, clipped to +-4.
   *
   * @param x in the unit of the window, finite
   * @param window what x is compared with; for a gated score {@link GatedBaseline#acceptedWindow()}
   * @return the score; empty if the window is empty or more than half of it is one value, so that
   *     its MAD is 0
   */
  public static OptionalDouble of(double x, double... window) {
    if (window.length == 0) {
      return OptionalDouble.empty();
    }
    double deviation = MAD_TO_SD * Quantiles.mad(window);
    if (deviation == 0) {
      return OptionalDouble.empty();
    }
    double z = (x - Quantiles.median(window)) / deviation;
    return OptionalDouble.of(Math.max(-LIMIT, Math.min(LIMIT, z)));
  }
}
