package org.muscat.engine;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.muscat.spi.Scale;

/**
 * The arithmetic of scales (method, section 3): readings in natural units to risk in [0,100], 100
 * being least stable, and back.
 */
public final class Scales {

  private static final double LN_81 = Math.log(81);
  private static final double Z_CLIP = 4;
  private static final ContinuousDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  private Scales() {}

  /**
   * The risk of a reading.
   *
   * @param reading in the indicator's unit, finite
   * @return risk in [0,100], monotone in the reading
   */
  public static double risk(Scale scale, double reading) {
    return switch (scale.shape()) {
      case LOGISTIC -> logistic(scale.calm(), scale.stressed(), reading);
      case LOG_LOGISTIC ->
          // A ratio of zero or less lies beyond every positive one on the calm side of ln.
          logistic(
              Math.log(scale.calm()), Math.log(scale.stressed()), Math.log(Math.max(reading, 0)));
      case LINEAR -> linear(scale, reading);
      case NORMAL ->
          100 * STANDARD_NORMAL.cumulativeProbability(Math.max(-Z_CLIP, Math.min(Z_CLIP, reading)));
    };
  }

  /**
   * The reading that has a given risk: the inverse of {@link #risk}.
   *
   * @param risk in (0,100); for a linear scale inside the risks of its anchors
   * @return the reading in the indicator's unit
   * @throws IllegalArgumentException if no reading has this risk
   */
  public static double reading(Scale scale, double risk) {
    return switch (scale.shape()) {
      case LOGISTIC -> inverseLogistic(scale.calm(), scale.stressed(), within(risk, 0, 100, scale));
      case LOG_LOGISTIC ->
          Math.exp(
              inverseLogistic(
                  Math.log(scale.calm()), Math.log(scale.stressed()), within(risk, 0, 100, scale)));
      case LINEAR -> {
        double share = (risk - scale.calmRisk()) / (scale.stressedRisk() - scale.calmRisk());
        if (!(share >= 0 && share <= 1)) {
          throw noReading(risk, scale);
        }
        yield scale.calm() + share * (scale.stressed() - scale.calm());
      }
      case NORMAL -> {
        double limit = 100 * STANDARD_NORMAL.cumulativeProbability(Z_CLIP);
        yield STANDARD_NORMAL.inverseCumulativeProbability(
            within(risk, 100 - limit, limit, scale) / 100);
      }
    };
  }

  private static double logistic(double calm, double stressed, double x) {
    double k = LN_81 / (stressed - calm);
    double middle = (calm + stressed) / 2;
    return 100 / (1 + Math.exp(-k * (x - middle)));
  }

  private static double inverseLogistic(double calm, double stressed, double risk) {
    double k = LN_81 / (stressed - calm);
    double middle = (calm + stressed) / 2;
    return middle + Math.log(risk / (100 - risk)) / k;
  }

  private static double linear(Scale scale, double x) {
    double share = (x - scale.calm()) / (scale.stressed() - scale.calm());
    double clipped = Math.max(0, Math.min(1, share));
    return scale.calmRisk() + clipped * (scale.stressedRisk() - scale.calmRisk());
  }

  private static double within(double risk, double low, double high, Scale scale) {
    if (!(risk > low && risk < high)) {
      throw noReading(risk, scale);
    }
    return risk;
  }

  private static IllegalArgumentException noReading(double risk, Scale scale) {
    return new IllegalArgumentException("no reading has risk " + risk + " on the scale " + scale);
  }
}
