package org.muscat.engine.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of numbers: one row for each unit, one column for each indicator or aggregate.
 *
 * <p>A missing value is NaN; every other value is finite. Ids are unique. Immutable.
 */
public final class Panel {

  private final Ids units;
  private final Ids columns;

  /** One array for each column. None is ever changed, so panels share them. */
  private final double[][] values;

  private Panel(Ids units, Ids columns, double[][] values) {
    this.units = units;
    this.columns = columns;
    this.values = values;
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
    return checked(new Ids("unit", units), new Ids("column", columns), values);
  }

  /** The ids of the rows, in order. */
  public List<String> units() {
    return units.all();
  }

  /** The ids of the columns, in order. */
  public List<String> columns() {
    return columns.all();
  }

  /**
   * A cell.
   *
   * @return a finite number, or NaN if the value is missing
   * @throws IllegalArgumentException if there is no such unit or column
   */
  public double value(String unit, String column) {
    return values[columns.position(column)][units.position(unit)];
  }

  /** Whether a cell has no value. */
  public boolean missing(String unit, String column) {
    return Double.isNaN(value(unit, column));
  }

  /** Whether there is such a column. */
  public boolean has(String column) {
    return columns.has(column);
  }

  /**
   * The values of a column in the order of the units, as the caller's own array.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public double[] column(String column) {
    return values[columns.position(column)].clone();
  }

  /** A panel with the same units and columns and other values. */
  public Panel mapColumns(ColumnFunction function) {
    double[][] mapped = new double[values.length][];
    for (int c = 0; c < values.length; c++) {
      mapped[c] = function.apply(columns.all().get(c), values[c].clone());
    }
    return checked(units, columns, mapped);
  }

  /** The panel with more columns behind its own. */
  public Panel with(List<String> ids, double[][] added) {
    List<String> all = new ArrayList<>(columns());
    all.addAll(ids);
    double[][] joined = Arrays.copyOf(values, values.length + added.length);
    Panel behind = ofSameUnits(ids, added);
    System.arraycopy(behind.values, 0, joined, values.length, added.length);
    return new Panel(units, new Ids("column", all), joined);
  }

  /**
   * A panel with the same units and other columns.
   *
   * @param ids the ids of the columns
   * @param other one array for each column, in the order of the units; NaN where missing
   * @throws IllegalArgumentException if an id stands twice, a column is longer or shorter than the
   *     units, or a value is infinite
   */
  public Panel ofSameUnits(List<String> ids, double[][] other) {
    if (other.length != ids.size()) {
      throw new IllegalArgumentException(
          other.length + " columns of values for " + ids.size() + " ids");
    }
    return checked(units, new Ids("column", ids), other);
  }

  /**
   * Some columns, in the order given.
   *
   * @throws IllegalArgumentException if one is not there
   */
  public Panel selectColumns(List<String> ids) {
    double[][] selected = new double[ids.size()][];
    for (int c = 0; c < selected.length; c++) {
      selected[c] = values[columns.position(ids.get(c))];
    }
    return new Panel(units, new Ids("column", ids), selected);
  }

  /**
   * Some units, in the order given.
   *
   * @throws IllegalArgumentException if one is not there
   */
  public Panel selectUnits(List<String> ids) {
    if (ids.equals(units())) {
      return this;
    }
    int[] rows = ids.stream().mapToInt(units::position).toArray();
    double[][] selected = new double[values.length][rows.length];
    for (int c = 0; c < values.length; c++) {
      for (int u = 0; u < rows.length; u++) {
        selected[c][u] = values[c][rows[u]];
      }
    }
    return new Panel(new Ids("unit", ids), columns, selected);
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

  private static Panel checked(Ids units, Ids columns, double[][] values) {
    double[][] copy = new double[values.length][];
    for (int c = 0; c < values.length; c++) {
      copy[c] = checked(values[c], units, columns.all().get(c));
    }
    return new Panel(units, columns, copy);
  }

  private static double[] checked(double[] values, Ids units, String column) {
    if (values.length != units.count()) {
      throw new IllegalArgumentException(
          "column '"
              + column
              + "' has "
              + values.length
              + " values for "
              + units.count()
              + " units");
    }
    for (int u = 0; u < values.length; u++) {
      if (Double.isInfinite(values[u])) {
        throw new IllegalArgumentException(
            "the value of '"
                + column
                + "' for '"
                + units.all().get(u)
                + "' is "
                + values[u]
                + ": a panel holds finite values and missing ones");
      }
    }
    return values.clone();
  }
}
