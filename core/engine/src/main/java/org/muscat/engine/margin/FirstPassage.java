package org.muscat.engine.margin;

import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How probable it is that the index touches a threshold within some days, were it a Brownian motion
 * with drift (method, section 7): the distribution function of the inverse Gaussian passage time,
 *
 * <p>{@code P_touch(h) = Phi((-d - mu h)/(sigma sqrt h)) + exp(-2 mu d/sigma^2) Phi((-d + mu
 * h)/(sigma sqrt h))}.
 *
 * <p>The index is no Brownian motion, and on recorded data this number is badly calibrated. It is
 * published only through {@link TouchProbability}.
 */
public final class FirstPassage {

  private static final ContinuousDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  private FirstPassage() {}

  /**
   * The probability of touching the threshold.
   *
   * @param distance d, from the threshold up to the index, in points; at or below 0 the threshold
   *     is touched already
   * @param dailySd sigma, in points, positive
   * @param drift mu of the index, in points a day
   * @param days the horizon h, positive
   * @return in [0,1]
   * @throws IllegalArgumentException if the standard deviation or the horizon is not positive
   */
  public static double probability(double distance, double dailySd, double drift, double days) {
    if (!(dailySd > 0 && days > 0 && Double.isFinite(distance) && Double.isFinite(drift))) {
      throw new IllegalArgumentException(
          "daily sd "
              + dailySd
              + " and days "
              + days
              + " must be positive, distance "
              + distance
              + " and drift "
              + drift
              + " finite");
    }
    if (distance <= 0) {
      return 1;
    }
    double spread = dailySd * Math.sqrt(days);
    double below = phi((-distance - drift * days) / spread);
    return Math.min(1, below + reflected(distance, dailySd, drift, days));
  }

  /**
   * The second term. Its factors overflow and vanish under a strong fall, so there they are joined:
   * {@code Phi(-x) = exp(-x^2/2) erfcx(x/sqrt 2)/2}, and the exponents sum to {@code -(d + mu h)^2
   * / (2 sigma^2 h)}.
   */
  private static double reflected(double distance, double dailySd, double drift, double days) {
    double spread = dailySd * Math.sqrt(days);
    if (drift >= 0) {
      return Math.exp(-2 * drift * distance / (dailySd * dailySd))
          * phi((-distance + drift * days) / spread);
    }
    double x = (distance - drift * days) / spread;
    double y = (distance + drift * days) / spread;
    return Math.exp(-y * y / 2) * Erfcx.value(x / Math.sqrt(2)) / 2;
  }

  private static double phi(double z) {
    return STANDARD_NORMAL.cumulativeProbability(z);
  }
}
