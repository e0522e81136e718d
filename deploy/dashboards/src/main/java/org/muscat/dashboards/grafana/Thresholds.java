package org.muscat.dashboards.grafana;

import java.util.ArrayList;
import java.util.List;

/**
 * From which value on a number has which colour. Immutable.
 *
 * @param base the colour below the first step
 * @param steps rising
 */
public record Thresholds(Color base, List<Step> steps) {

  /** A value and the colour from there on. */
  public record Step(double from, Color color) {}

  public Thresholds {
    steps = List.copyOf(steps);
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).from() <= steps.get(i - 1).from()) {
        throw new IllegalArgumentException("thresholds do not rise: " + steps);
      }
    }
  }

  /** One colour for all: the model has no threshold for it. */
  public static Thresholds none() {
    return below(Color.BLUE);
  }

  /** A colour for what is below all steps. */
  public static Thresholds below(Color base) {
    return new Thresholds(base, List.of());
  }

  /** And another from a value on. */
  public Thresholds from(double value, Color color) {
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(value, color));
    return new Thresholds(base, more);
  }
}
