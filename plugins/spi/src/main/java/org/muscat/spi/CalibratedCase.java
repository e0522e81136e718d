package org.muscat.spi;

import java.util.Map;

/**
 * Options of an indicator for which it has a scale of its own, and where that comes from: for kinds
 * whose anchors depend on what is measured, such as a strait. Immutable.
 *
 * @param name for people, such as {@code transit-shortfall/hormuz}
 * @param options by their names, as in a model; all others have their defaults. With them {@link
 *     IndicatorProvider#scale} gives the scale
 * @param calibration where it comes from
 */
public record CalibratedCase(String name, Map<String, String> options, Calibration calibration) {

  /**
   * A case.
   *
   * @throws IllegalArgumentException if the name is blank or there are no options
   */
  public CalibratedCase {
    Ids.requireText("name of a calibrated case", name);
    if (options.isEmpty()) {
      throw new IllegalArgumentException(
          "the case '" + name + "' has no options; give IndicatorDescriptor.calibratedBy");
    }
    options = Map.copyOf(options);
  }
}
