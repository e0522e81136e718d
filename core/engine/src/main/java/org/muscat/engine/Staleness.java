package org.muscat.engine;

import java.time.Duration;
import java.time.Instant;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.spi.Uncertainty;

/** How a reading wears off with its age (method, section 3). */
public final class Staleness {

  private Staleness() {}

  /**
   * Variance of the risk of a reading: {@code sigma0^2 + (1 - 2^(-age/halfLife)) sigmaClim^2}.
   *
   * @param age of the newest input of the reading, not negative
   * @return in squared points of risk
   */
  public static double variance(Uncertainty uncertainty, Duration age) {
    return new Wear(uncertainty).variance(Wear.seconds(age));
  }

  /**
   * Whether a reading says something as of a moment: it is a measurement, of data that are neither
   * of the future nor older than its maximum age.
   */
  public static boolean isFresh(Reading reading, Instant asOf, Duration maxAge) {
    return isFresh(reading, asOf, Wear.seconds(maxAge));
  }

  /** As {@link #isFresh(Reading, Instant, Duration)}, with the maximum age in seconds. */
  public static boolean isFresh(Reading reading, Instant asOf, double maxAgeSeconds) {
    if (!(reading instanceof Measured measured)) {
      return false;
    }
    double age = Wear.seconds(measured.observedAt(), asOf);
    return age >= 0 && age <= maxAgeSeconds;
  }

  /**
   * What the variance grows towards with age, and that of an input that is missing: {@code sigma0^2
   * + sigmaClim^2}. It is never less than that of any reading, so that going missing widens.
   *
   * @return in squared points of risk
   */
  static double limit(Uncertainty uncertainty) {
    return new Wear(uncertainty).limit();
  }
}
