package org.muscat.engine.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of numbers: one row for each unit, one column for each indicator or aggregate.
 *
 * <p>A missing value is NaN; every other value is finite. Ids are unique. Immutable.
 */
public final class Panel {

  private final List<String> units;
  private final List<String> columns;
  private final double[][] values;
  private final Map<String, Integer> unitIndex;
  private final Map<String, Integer> columnIndex;

  private Panel(List<String> units, List<String> columns, double[][] values) {
    this.units = List.copyOf(units);
    this.columns = List.copyOf(columns);
    this.values = values;
    this.unitIndex = index(this.units, "unit");
    this.columnIndex = index(this.columns, "column");
  }

  /**
   * A panel of columns.
   *
   * @param units the ids of the rows
   * @param columns the ids of the columns
   * @param values one array for each column, in the order of the units; NaN where missing
   * @throws IllegalArgumentException if an id stands twice, a column is longer or shorter than the
   *     units, or a value is infinite
   */
  public static Panel of(List<String> units, List<String> columns, double[][] values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          values.length + " columns of values for " + columns.size() + " ids");
    }
    double[][] copy = new double[values.length][];
    for (int c = 0; c < values.length; c++) {
      copy[c] = checked(values[c], units, columns.get(c));
    }
    return new Panel(units, columns, copy);
  }

  /** The ids of the rows, in order. */
  public List<String> units() {
    return units;
  }

  /** The ids of the columns, in order. */
  public List<String> columns() {
    return columns;
  }

  /**
   * A cell.
   *
   * @return a finite number, or NaN if the value is missing
   * @throws IllegalArgumentException if there is no such unit or column
   */
  public double value(String unit, String column) {
    return values[find(columnIndex, column, "column")][find(unitIndex, unit, "unit")];
  }

  /** Whether a cell has no value. */
  public boolean missing(String unit, String column) {
    return Double.isNaN(value(unit, column));
  }

  /** Whether there is such a column. */
  public boolean has(String column) {
    return columnIndex.containsKey(column);
  }

  /**
   * The values of a column in the order of the units, as the caller's own array.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public double[] column(String column) {
    return values[find(columnIndex, column, "column")].clone();
  }

  /** A panel with the same units and columns and other values. */
  public Panel mapColumns(ColumnFunction function) {
    double[][] mapped = new double[values.length][];
    for (int c = 0; c < values.length; c++) {
      mapped[c] = function.apply(columns.get(c), values[c].clone());
    }
    return of(units, columns, mapped);
  }

  /** The panel with more columns behind its own. */
  public Panel with(List<String> ids, double[][] added) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(ids);
    double[][] joined = new double[values.length + added.length][];
    System.arraycopy(values, 0, joined, 0, values.length);
    System.arraycopy(added, 0, joined, values.length, added.length);
    return of(units, all, joined);
  }

  /**
   * Some columns, in the order given.
   *
   * @throws IllegalArgumentException if one is not there
   */
  public Panel selectColumns(List<String> ids) {
    return of(units, ids, ids.stream().map(this::column).toArray(double[][]::new));
  }

  /**
   * Some units, in the order given.
   *
   * @throws IllegalArgumentException if one is not there
   */
  public Panel selectUnits(List<String> ids) {
    int[] rows = ids.stream().mapToInt(id -> find(unitIndex, id, "unit")).toArray();
    double[][] selected = new double[values.length][rows.length];
    for (int c = 0; c < values.length; c++) {
      for (int u = 0; u < rows.length; u++) {
        selected[c][u] = values[c][rows[u]];
      }
    }
    return of(ids, columns, selected);
  }

  /** What becomes of a column. */
  @FunctionalInterface
  public interface ColumnFunction {

    /**
     * The new values.
     *
     * @param column its id
     * @param values in the order of the units, NaN where missing; free to change
     */
    double[] apply(String column, double[] values);
  }

  private static double[] checked(double[] values, List<String> units, String column) {
    if (values.length != units.size()) {
      throw new IllegalArgumentException(
          "column '"
              + column
              + "' has "
              + values.length
              + " values for "
              + units.size()
              + " units");
    }
    for (int u = 0; u < values.length; u++) {
      if (Double.isInfinite(values[u])) {
        throw new IllegalArgumentException(
            "the value of '"
                + column
                + "' for '"
                + units.get(u)
                + "' is "
                + values[u]
                + ": a panel holds finite values and missing ones");
      }
    }
    return values.clone();
  }

  private static Map<String, Integer> index(List<String> ids, String kind) {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      if (index.put(ids.get(i), i) != null) {
        throw new IllegalArgumentException("the " + kind + " '" + ids.get(i) + "' stands twice");
      }
    }
    return index;
  }

  private static int find(Map<String, Integer> index, String id, String kind) {
    Integer position = index.get(id);
    if (position == null) {
      throw new IllegalArgumentException("the panel has no " + kind + " '" + id + "'");
    }
    return position;
  }
}
