package org.muscat.engine.panel.prepare;

import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;

/** Divides indicators by the size of their units, so that large and small ones can be compared. */
public final class Denomination {

  private Denomination() {}

  /**
   * Every indicator that names a denominator is divided by that column; the others stay. Missing in
   * either gives missing.
   *
   * @param denominators a panel with the same units and the columns that indicators name
   * @throws IllegalArgumentException if a column or unit is absent, or a denominator is zero
   */
  public static Panel apply(Panel panel, Hierarchy hierarchy, Panel denominators) {
    boolean needed =
        panel.columns().stream().anyMatch(id -> hierarchy.node(id).denominator() != null);
    if (!needed) {
      return panel;
    }
    Panel sizes = denominators.selectUnits(panel.units());
    return panel.mapColumns(
        (column, values) -> {
          String denominator = hierarchy.node(column).denominator();
          if (denominator == null) {
            return values;
          }
          double[] size = sizes.column(denominator);
          for (int u = 0; u < values.length; u++) {
            if (size[u] == 0) {
              throw zero(column, panel.units().get(u), denominator);
            }
            values[u] /= size[u];
          }
          return values;
        });
  }

  private static IllegalArgumentException zero(String column, String unit, String denominator) {
    return new IllegalArgumentException(
        "cannot denominate '" + column + "' of '" + unit + "': its '" + denominator + "' is 0");
  }
}
