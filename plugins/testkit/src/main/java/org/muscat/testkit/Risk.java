package org.muscat.testkit;

import java.util.Arrays;
import org.muscat.spi.Scale;

/**
 * The risk of a reading on a declared scale (method, section 3), for tests that hold what an
 * indicator declares about itself. Written apart from the engine, which an indicator does not see.
 */
public final class Risk {

  private static final double LN_81 = Math.log(81);
  private static final double LARGEST_Z = 4;
  private static final int SIMPSON_STEPS = 400;

  private Risk() {}

  /**
   * The risk of a reading.
   *
   * @param reading in the unit of the scale; positive on a logarithmic one
   * @return in [0,100]
   */
  public static double of(Scale scale, double reading) {
    return switch (scale.shape()) {
      case LOGISTIC -> logistic(scale.calm(), scale.stressed(), reading);
      case LOG_LOGISTIC ->
          logistic(Math.log(scale.calm()), Math.log(scale.stressed()), Math.log(reading));
      case LINEAR -> linear(scale, reading);
      case NORMAL -> 100 * normal(Math.max(-LARGEST_Z, Math.min(LARGEST_Z, reading)));
    };
  }

  /** The standard deviation (n - 1) of the risk of readings, in points: {@code sigma_clim}. */
  public static double spread(Scale scale, double... readings) {
    double[] risks = Arrays.stream(readings).map(reading -> of(scale, reading)).toArray();
    double mean = Arrays.stream(risks).sum() / risks.length;
    double squares = Arrays.stream(risks).map(risk -> (risk - mean) * (risk - mean)).sum();
    return Math.sqrt(squares / (risks.length - 1));
  }

  private static double logistic(double calm, double stressed, double x) {
    return 100 / (1 + Math.exp(-LN_81 / (stressed - calm) * (x - (calm + stressed) / 2)));
  }

  private static double linear(Scale scale, double x) {
    double share = (x - scale.calm()) / (scale.stressed() - scale.calm());
    return scale.calmRisk()
        + (scale.stressedRisk() - scale.calmRisk()) * Math.max(0, Math.min(1, share));
  }

  /** The normal distribution function by Simpson's rule from 0. */
  private static double normal(double z) {
    double step = z / SIMPSON_STEPS;
    double sum = 0;
    for (int i = 0; i <= SIMPSON_STEPS; i++) {
      double x = i * step;
      double weight = i == 0 || i == SIMPSON_STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(-x * x / 2);
    }
    return 0.5 + sum * step / 3 / Math.sqrt(2 * Math.PI);
  }
}
