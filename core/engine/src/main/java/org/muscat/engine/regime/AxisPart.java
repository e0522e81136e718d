package org.muscat.engine.regime;

import org.jspecify.annotations.Nullable;

/**
 * One indicator in its place on an axis.
 *
 * @param id of the indicator
 * @param weight relative to the other parts of the axis, positive
 * @param level the indicator mapped to [0,1] (method, section 4); null when it is missing
 */
public record AxisPart(String id, double weight, @Nullable Double level) {

  public AxisPart {
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(
          "weight of '" + id + "' on its axis is not positive: " + weight);
    }
    if (level != null && !(level >= 0 && level <= 1)) {
      throw new IllegalArgumentException("level of '" + id + "' is not in [0,1]: " + level);
    }
  }

  boolean isLive() {
    return level != null;
  }

  double liveLevel() {
    if (level == null) {
      throw new IllegalStateException("'" + id + "' is missing");
    }
    return level;
  }
}
