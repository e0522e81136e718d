package org.muscat.engine;

import java.time.Duration;
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
    double halfLives = seconds(age) / seconds(uncertainty.halfLife());
    double worn = 1 - Math.pow(2, -halfLives);
    return square(uncertainty.sigma0()) + worn * square(uncertainty.sigmaClim());
  }

  /**
   * What the variance grows towards with age, and that of an input that is missing: {@code sigma0^2
   * + sigmaClim^2}. It is never less than that of any reading, so that going missing widens.
   *
   * @return in squared points of risk
   */
  static double limit(Uncertainty uncertainty) {
    return square(uncertainty.sigma0()) + square(uncertainty.sigmaClim());
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() * 1e-9;
  }

  private static double square(double x) {
    return x * x;
  }
}
