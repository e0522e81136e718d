package org.muscat.engine.regime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the regime is judged by, as of one moment (method, section 6).
 *
 * @param asOf nothing known later entered
 * @param dialogue the axis D
 * @param pressure the axis P
 * @param kinetic the axis K
 * @param strait of the theatre
 */
public record Axes(
    Instant asOf, AxisReading dialogue, AxisReading pressure, AxisReading kinetic, Strait strait) {

  /** Axes of which nothing is missing, in a theatre whose strait is passable. */
  public static Axes of(Instant asOf, double dialogue, double pressure, double kinetic) {
    return new Axes(
        asOf,
        AxisReading.of(dialogue),
        AxisReading.of(pressure),
        AxisReading.of(kinetic),
        Strait.PASSABLE);
  }

  /** The names of the missing axes, in the order D, P, K. */
  public List<String> missing() {
    List<String> names = new ArrayList<>();
    addIfMissing(names, "dialogue", dialogue);
    addIfMissing(names, "pressure", pressure);
    addIfMissing(names, "kinetic", kinetic);
    return List.copyOf(names);
  }

  private static void addIfMissing(List<String> names, String name, AxisReading axis) {
    if (axis.level() == null) {
      names.add(name);
    }
  }
}
