package org.muscat.engine;

import org.muscat.spi.Scale;

/**
 * The arithmetic of scales (method, section 3): readings in natural units to risk in [0,100], 100
 * being least stable, and back.
 */
public final class Scales {

  private Scales() {}

  /**
   * The risk of a reading.
   *
   * @param reading in the indicator's unit, finite
   * @return risk in [0,100], monotone in the reading
   */
  public static double risk(Scale scale, double reading) {
    return new Curve(scale).risk(reading);
  }

  /**
   * The reading that has a given risk: the inverse of {@link #risk}.
   *
   * @param risk in (0,100); for a linear scale inside the risks of its anchors
   * @return the reading in the indicator's unit
   * @throws IllegalArgumentException if no reading has this risk
   */
  public static double reading(Scale scale, double risk) {
    return new Curve(scale).reading(risk);
  }
}
