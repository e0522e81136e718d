package org.muscat.engine;

import java.time.Duration;
import java.time.Instant;
import org.muscat.spi.Uncertainty;

/** How a reading wears off with its age (method, section 3), worked out for one uncertainty. */
final class Wear {

  private static final double LN_2 = Math.log(2);

  private final double fresh;
  private final double climate;
  private final double decay;
  private final double maxAge;

  Wear(Uncertainty uncertainty) {
    this.fresh = uncertainty.sigma0() * uncertainty.sigma0();
    this.climate = uncertainty.sigmaClim() * uncertainty.sigmaClim();
    this.decay = LN_2 / seconds(uncertainty.halfLife());
    this.maxAge = seconds(uncertainty.maxAge());
  }

  /** Of a reading of this age in seconds, not negative; in squared points of risk. */
  double variance(double age) {
    return fresh + (1 - Math.exp(-decay * age)) * climate;
  }

  /** What the variance grows towards, and that of a missing input. */
  double limit() {
    return fresh + climate;
  }

  /** Whether a reading of this age in seconds says something; one of the future says nothing. */
  boolean isFresh(double age) {
    return age >= 0 && age <= maxAge;
  }

  boolean isStale(double age) {
    return age > maxAge / 2;
  }

  /** Seconds from one moment to another; negative if it lies before. */
  static double seconds(Instant from, Instant to) {
    return (to.getEpochSecond() - from.getEpochSecond()) + (to.getNano() - from.getNano()) * 1e-9;
  }

  static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() * 1e-9;
  }
}
