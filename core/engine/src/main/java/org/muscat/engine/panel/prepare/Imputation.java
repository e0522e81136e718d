package org.muscat.engine.panel.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.Samples;

/**
 * Ways to fill missing values, column by column. A column or group of which nothing is there stays
 * missing.
 */
@FunctionalInterface
public interface Imputation {

  /** The panel with the values filled that can be. */
  Panel apply(Panel panel);

  /** Nothing is filled. */
  static Imputation none() {
    return panel -> panel;
  }

  /** The mean of the column. */
  static Imputation mean() {
    return panel -> panel.mapColumns((column, values) -> fill(values, Samples.mean(values)));
  }

  /** The median of the column. */
  static Imputation median() {
    return panel -> panel.mapColumns((column, values) -> fill(values, Samples.median(values)));
  }

  /**
   * The mean of the column over the units of the same group.
   *
   * @param groups the group of each unit
   * @throws IllegalArgumentException on application, if a unit has no group
   */
  static Imputation groupMean(Map<String, String> groups) {
    Map<String, String> fixed = Map.copyOf(groups);
    return panel -> {
      Map<String, List<Integer>> rows = rowsByGroup(panel, fixed);
      return panel.mapColumns(
          (column, values) -> {
            double[] filled = values.clone();
            for (List<Integer> group : rows.values()) {
              double mean = Samples.mean(group.stream().mapToDouble(u -> values[u]).toArray());
              group.stream().filter(u -> Double.isNaN(values[u])).forEach(u -> filled[u] = mean);
            }
            return filled;
          });
    };
  }

  /**
   * The last value of the same unit that is known: of the newest earlier panel that has one.
   *
   * @param earlier oldest first; units and columns may come and go
   */
  static Imputation carryForward(List<Panel> earlier) {
    List<Panel> fixed = List.copyOf(earlier);
    return panel ->
        panel.mapColumns(
            (column, values) -> {
              for (int u = 0; u < values.length; u++) {
                if (Double.isNaN(values[u])) {
                  values[u] = last(fixed, panel.units().get(u), column);
                }
              }
              return values;
            });
  }

  private static double last(List<Panel> earlier, String unit, String column) {
    for (int i = earlier.size() - 1; i >= 0; i--) {
      Panel panel = earlier.get(i);
      if (panel.has(column) && panel.units().contains(unit) && !panel.missing(unit, column)) {
        return panel.value(unit, column);
      }
    }
    return Double.NaN;
  }

  private static Map<String, List<Integer>> rowsByGroup(Panel panel, Map<String, String> groups) {
    Map<String, List<Integer>> rows = new HashMap<>();
    for (int u = 0; u < panel.units().size(); u++) {
      String unit = panel.units().get(u);
      String group = groups.get(unit);
      if (group == null) {
        throw new IllegalArgumentException(
            "cannot impute by group: the unit '" + unit + "' has no group");
      }
      rows.computeIfAbsent(group, id -> new ArrayList<>()).add(u);
    }
    return rows;
  }

  private static double[] fill(double[] values, double filling) {
    for (int u = 0; u < values.length; u++) {
      values[u] = Double.isNaN(values[u]) ? filling : values[u];
    }
    return values;
  }
}
