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
    return panel.mapColumns(
        (column, values) -> {
          String denominator = hierarchy.node(column).denominator();
          if (denominator == null) {
            return values;
          }
          for (int u = 0; u < values.length; u++) {
            values[u] /= size(denominators, panel.units().get(u), denominator, column);
          }
          return values;
        });
  }

  private static double size(Panel denominators, String unit, String denominator, String column) {
    double size = denominators.value(unit, denominator);
    if (size == 0) {
      throw new IllegalArgumentException(
          "cannot denominate '" + column + "' of '" + unit + "': its '" + denominator + "' is 0");
    }
    return size;
  }
}
