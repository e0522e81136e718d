package org.muscat.engine.theatre;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.muscat.spi.LevelMap;

/** The arithmetic of level maps (method, section 4): readings to [0,1]. */
public final class Levels {

  private static final ContinuousDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  private Levels() {}

  /**
   * The level of a reading.
   *
   * @param reading in the indicator's unit, finite
   * @return in [0,1], monotone in the reading
   */
  public static double level(LevelMap map, double reading) {
    return switch (map.shape()) {
      case LINEAR -> Math.max(0, Math.min(1, (reading - map.zero()) / (map.one() - map.zero())));
      case NORMAL -> STANDARD_NORMAL.cumulativeProbability(reading);
      case INTENSITY -> 1 - Math.exp(-Math.max(0, reading) / map.one());
    };
  }
}
