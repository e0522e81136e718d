package org.muscat.engine.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One axis of a theatre at one moment (method, section 6): dialogue D, pressure P or kinetic K.
 *
 * <p>A missing part is left out and the rest renormalised. An axis with less than half of its
 * weight live is missing; what is live still bounds it from below.
 *
 * @param level in [0,1]; null when the axis is missing
 * @param atLeast what the axis is at the least, whatever its missing parts are, in [0,1]; not above
 *     the level
 * @param missing ids of the missing parts, in their order
 */
public record AxisReading(@Nullable Double level, double atLeast, List<String> missing) {

  private static final double LEAST_LIVE_SHARE = 0.5;

  public AxisReading {
    if (!(atLeast >= 0 && atLeast <= 1)) {
      throw new IllegalArgumentException("lower bound of an axis is not in [0,1]: " + atLeast);
    }
    if (level != null && !(level >= atLeast && level <= 1)) {
      throw new IllegalArgumentException(
          "level of an axis is not in [" + atLeast + ",1]: " + level);
    }
    missing = List.copyOf(missing);
  }

  /** An axis of which nothing is missing. */
  public static AxisReading of(double level) {
    return new AxisReading(level, level, List.of());
  }

  /** An axis of which nothing is known. */
  public static AxisReading unknown() {
    return new AxisReading(null, 0, List.of());
  }

  /**
   * The weighted mean of its live parts: dialogue and pressure.
   *
   * @param parts at least one
   */
  public static AxisReading weightedMean(List<AxisPart> parts) {
    double sum = 0;
    for (AxisPart part : parts) {
      sum += part.isLive() ? part.weight() * part.liveLevel() : 0;
    }
    double live = liveWeight(parts);
    // Rounding must not lift a mean of ones above 1.
    double mean = live > 0 ? Math.min(1, sum / live) : 0;
    return reading(parts, mean, Math.min(mean, sum / weight(parts)));
  }

  /**
   * The largest of its live parts: kinetic. The weights say only how much is missing.
   *
   * @param parts at least one
   */
  public static AxisReading maximum(List<AxisPart> parts) {
    double largest = 0;
    for (AxisPart part : parts) {
      largest = part.isLive() ? Math.max(largest, part.liveLevel()) : largest;
    }
    return reading(parts, largest, largest);
  }

  /** The level, empty when the axis is missing. */
  public OptionalDouble known() {
    return level == null ? OptionalDouble.empty() : OptionalDouble.of(level);
  }

  private static AxisReading reading(List<AxisPart> parts, double level, double atLeast) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("an axis has no parts");
    }
    boolean enough = liveWeight(parts) >= LEAST_LIVE_SHARE * weight(parts);
    List<String> missing = new ArrayList<>();
    for (AxisPart part : parts) {
      if (!part.isLive()) {
        missing.add(part.id());
      }
    }
    return new AxisReading(enough ? (Double) level : null, atLeast, missing);
  }

  private static double liveWeight(List<AxisPart> parts) {
    double sum = 0;
    for (AxisPart part : parts) {
      sum += part.isLive() ? part.weight() : 0;
    }
    return sum;
  }

  private static double weight(List<AxisPart> parts) {
    double sum = 0;
    for (AxisPart part : parts) {
      sum += part.weight();
    }
    return sum;
  }
}
