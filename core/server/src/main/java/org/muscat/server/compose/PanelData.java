package org.muscat.server.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muscat.engine.panel.Panel;

/**
 * The data of a panel at one time.
 *
 * @param time as written; empty where the file has no column Time
 * @param indicators a column for each indicator
 * @param denominators a column for each denominator
 * @param groups by grouping, the group of each unit
 */
record PanelData(
    String time, Panel indicators, Panel denominators, Map<String, Map<String, String>> groups) {

  static final String UNIT = "uCode";
  private static final String TIME = "Time";

  /**
   * Reads a file with the column uCode, one for each indicator, denominator and grouping of the
   * meta file, and perhaps Time; other columns are left alone.
   *
   * @return one panel for each time, the oldest first
   * @throws IllegalArgumentException if a column is absent or a cell is bad
   */
  static List<PanelData> read(Path file, Meta meta) {
    List<String> numbers = new ArrayList<>(meta.indicators());
    numbers.addAll(meta.denominators());
    List<String> required = new ArrayList<>(numbers);
    required.addAll(meta.groups());
    required.add(UNIT);
    Table table = Table.read(file, required);
    Map<String, List<Table.Row>> byTime = new TreeMap<>(PanelData::compareTimes);
    Set<List<String>> seen = new HashSet<>();
    for (Table.Row row : table.rows()) {
      String time = row.text(TIME);
      if (!seen.add(List.of(time, row.required(UNIT)))) {
        row.bad(UNIT, "stands twice" + (time.isEmpty() ? "" : " at " + time));
      }
      numbers.forEach(row::number);
      byTime.computeIfAbsent(time, key -> new ArrayList<>()).add(row);
    }
    table.throwIfBad();
    if (byTime.isEmpty()) {
      throw new IllegalArgumentException(file + " has no rows");
    }
    List<PanelData> panels = new ArrayList<>();
    byTime.forEach((time, rows) -> panels.add(of(time, rows, meta)));
    return panels;
  }

  private static PanelData of(String time, List<Table.Row> rows, Meta meta) {
    Map<String, Map<String, String>> groups = new HashMap<>();
    for (String grouping : meta.groups()) {
      Map<String, String> ofUnits = new HashMap<>();
      for (Table.Row row : rows) {
        if (!row.text(grouping).isEmpty()) {
          ofUnits.put(row.text(UNIT), row.text(grouping));
        }
      }
      groups.put(grouping, Map.copyOf(ofUnits));
    }
    return new PanelData(
        time, panel(rows, meta.indicators()), panel(rows, meta.denominators()), groups);
  }

  private static Panel panel(List<Table.Row> rows, List<String> columns) {
    double[][] values = new double[columns.size()][rows.size()];
    for (int c = 0; c < columns.size(); c++) {
      for (int u = 0; u < rows.size(); u++) {
        values[c][u] = rows.get(u).number(columns.get(c)).orElse(Double.NaN);
      }
    }
    return Panel.of(rows.stream().map(row -> row.text(UNIT)).toList(), columns, values);
  }

  /** Years as numbers, dates as texts. */
  private static int compareTimes(String a, String b) {
    if (a.matches("\\d{1,9}") && b.matches("\\d{1,9}")) {
      return Integer.compare(Integer.parseInt(a), Integer.parseInt(b));
    }
    return a.compareTo(b);
  }
}
