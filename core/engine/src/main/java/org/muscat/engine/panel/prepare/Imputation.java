package org.muscat.engine.panel.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
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
    return panel -> panel.mapColumns((column, values) -> fill(values, Samples::mean));
  }

  /** The median of the column. */
  static Imputation median() {
    return panel -> panel.mapColumns((column, values) -> fill(values, Samples::median));
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
      List<int[]> groupRows = rowsByGroup(panel, fixed);
      return panel.mapColumns(
          (column, values) -> {
            for (int[] rows : groupRows) {
              double[] group = fill(pick(values, rows), Samples::mean);
              for (int i = 0; i < rows.length; i++) {
                values[rows[i]] = group[i];
              }
            }
            return values;
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

  private static List<int[]> rowsByGroup(Panel panel, Map<String, String> groups) {
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
    return rows.values().stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private static double[] pick(double[] values, int[] rows) {
    double[] picked = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = values[rows[i]];
    }
    return picked;
  }

  /** Fills what is missing, and works out by what only if something is. */
  private static double[] fill(double[] values, ToDoubleFunction<double[]> filling) {
    if (!anyMissing(values)) {
      return values;
    }
    double filler = filling.applyAsDouble(values);
    for (int u = 0; u < values.length; u++) {
      values[u] = Double.isNaN(values[u]) ? filler : values[u];
    }
    return values;
  }

  private static boolean anyMissing(double[] values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
