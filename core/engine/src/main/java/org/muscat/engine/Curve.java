package org.muscat.engine;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.muscat.spi.Scale;

/** A scale with everything worked out that does not depend on the reading. */
final class Curve {

  private static final double LN_81 = Math.log(81);
  private static final double Z_CLIP = 4;
  private static final ContinuousDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  private final Scale scale;
  private final Scale.Shape shape;
  private final double steepness;
  private final double middle;

  Curve(Scale scale) {
    this.scale = scale;
    this.shape = scale.shape();
    boolean inLogarithms = shape == Scale.Shape.LOG_LOGISTIC;
    double calm = inLogarithms ? Math.log(scale.calm()) : scale.calm();
    double stressed = inLogarithms ? Math.log(scale.stressed()) : scale.stressed();
    this.steepness = LN_81 / (stressed - calm);
    this.middle = (calm + stressed) / 2;
  }

  /** In [0,100], monotone in the reading. */
  double risk(double reading) {
    return switch (shape) {
      case LOGISTIC -> logistic(reading);
      // A ratio of zero or less lies beyond every positive one on the calm side of ln.
      case LOG_LOGISTIC -> logistic(Math.log(Math.max(reading, 0)));
      case LINEAR -> linear(reading);
      case NORMAL ->
          100 * STANDARD_NORMAL.cumulativeProbability(Math.max(-Z_CLIP, Math.min(Z_CLIP, reading)));
    };
  }

  /** The inverse of {@link #risk}. */
  double reading(double risk) {
    return switch (shape) {
      case LOGISTIC -> inverseLogistic(risk);
      case LOG_LOGISTIC -> Math.exp(inverseLogistic(risk));
      case LINEAR -> inverseLinear(risk);
      case NORMAL -> {
        double limit = 100 * STANDARD_NORMAL.cumulativeProbability(Z_CLIP);
        yield STANDARD_NORMAL.inverseCumulativeProbability(within(risk, 100 - limit, limit) / 100);
      }
    };
  }

  private double logistic(double x) {
    return 100 / (1 + Math.exp(-steepness * (x - middle)));
  }

  private double inverseLogistic(double risk) {
    return middle + Math.log(within(risk, 0, 100) / (100 - risk)) / steepness;
  }

  private double linear(double x) {
    double share = (x - scale.calm()) / (scale.stressed() - scale.calm());
    double clipped = Math.max(0, Math.min(1, share));
    return scale.calmRisk() + clipped * (scale.stressedRisk() - scale.calmRisk());
  }

  private double inverseLinear(double risk) {
    double share = (risk - scale.calmRisk()) / (scale.stressedRisk() - scale.calmRisk());
    if (!(share >= 0 && share <= 1)) {
      throw noReading(risk);
    }
    return scale.calm() + share * (scale.stressed() - scale.calm());
  }

  private double within(double risk, double low, double high) {
    if (!(risk > low && risk < high)) {
      throw noReading(risk);
    }
    return risk;
  }

  private IllegalArgumentException noReading(double risk) {
    return new IllegalArgumentException("no reading has risk " + risk + " on the scale " + scale);
  }
}
