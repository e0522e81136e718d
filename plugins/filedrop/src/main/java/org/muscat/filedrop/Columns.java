package org.muscat.filedrop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each column stands. An unknown column is an error, because a misspelt {@code known_at}
 * would otherwise turn published rows into rows known from the fetch on.
 */
final class Columns {

  private static final List<String> REQUIRED = List.of("series", "observed_at", "value");
  private static final List<String> ALLOWED =
      List.of("series", "observed_at", "value", "unit", "source", "known_at");

  private final Map<String, Integer> positions;
  private final int count;

  private Columns(Map<String, Integer> positions, int count) {
    this.positions = positions;
    this.count = count;
  }

  /**
   * Reads the header.
   *
   * @throws IllegalArgumentException if a column is missing, unknown or given twice
   */
  static Columns of(List<String> header) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip();
      if (!ALLOWED.contains(name)) {
        throw new IllegalArgumentException(
            "header has the unknown column '" + name + "'; allowed are " + ALLOWED);
      }
      if (positions.put(name, i) != null) {
        throw new IllegalArgumentException("header has the column '" + name + "' twice");
      }
    }
    for (String name : REQUIRED) {
      if (!positions.containsKey(name)) {
        throw new IllegalArgumentException("header has no column '" + name + "'; it has " + header);
      }
    }
    return new Columns(Map.copyOf(positions), header.size());
  }

  int count() {
    return count;
  }

  /** The stripped text of a cell; empty if the file has no such column. */
  String cell(List<String> row, String column) {
    Integer position = positions.get(column);
    return position == null ? "" : row.get(position).strip();
  }
}
