package org.muscat.engine.panel.prepare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.panel.Panel;

/** Leaves out units of which too little is known. */
public final class Screening {

  private Screening() {}

  /**
   * What is left, and why.
   *
   * @param panel the units that stay
   * @param availability by unit of the panel before: the share of its values that are there
   * @param removed the units that do not stay
   */
  public record Screened(Panel panel, Map<String, Double> availability, List<String> removed) {}

  /**
   * Keeps the units of which at least a share of the values is there.
   *
   * @param least in [0,1]
   * @throws IllegalArgumentException if the share lies outside [0,1]
   */
  public static Screened apply(Panel panel, double least) {
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException(
          "the least availability is " + least + ", not a share from 0 to 1");
    }
    Map<String, Double> availability = new LinkedHashMap<>();
    List<String> kept = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    int[] there = valuesThere(panel);
    for (int u = 0; u < there.length; u++) {
      String unit = panel.units().get(u);
      double share = there[u] / (double) panel.columns().size();
      availability.put(unit, share);
      (share >= least ? kept : removed).add(unit);
    }
    return new Screened(panel.selectUnits(kept), Map.copyOf(availability), List.copyOf(removed));
  }

  private static int[] valuesThere(Panel panel) {
    int[] there = new int[panel.units().size()];
    for (String column : panel.columns()) {
      double[] values = panel.column(column);
      for (int u = 0; u < there.length; u++) {
        there[u] += Double.isNaN(values[u]) ? 0 : 1;
      }
    }
    return there;
  }
}
