package org.muscat.filedrop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.Layout;

/**
 * Turns the rows of a file that has a column for each series into points; all other columns are
 * left alone. What they say is known from the fetch on. Remembers the days of earlier rows that it
 * took.
 */
final class WideRows implements Layout.Rows {

  private final int width;
  private final int date;
  private final Map<String, Integer> series;
  private final List<String> missing;
  private final Map<Instant, Long> lines = new HashMap<>();

  private WideRows(int width, int date, Map<String, Integer> series, List<String> missing) {
    this.width = width;
    this.date = date;
    this.series = series;
    this.missing = missing;
  }

  /**
   * Reads the header.
   *
   * @param date the name of the column of the day
   * @param columns {@code series=column}
   * @param missing what stands for no value
   * @throws IllegalArgumentException if a column is not there or there twice
   */
  static WideRows of(List<String> header, String date, List<String> columns, List<String> missing) {
    List<String> names = header.stream().map(String::strip).toList();
    Map<String, Integer> series = new LinkedHashMap<>();
    for (String column : columns) {
      int equals = column.indexOf('=');
      series.put(column.substring(0, equals), position(names, column.substring(equals + 1)));
    }
    return new WideRows(names.size(), position(names, date), series, missing);
  }

  private static int position(List<String> names, String name) {
    int first = names.indexOf(name);
    if (first < 0) {
      throw new IllegalArgumentException("header has no column '" + name + "'; it has " + names);
    }
    if (names.lastIndexOf(name) != first) {
      throw new IllegalArgumentException("header has the column '" + name + "' twice");
    }
    return first;
  }

  @Override
  public List<Observation> read(long line, List<String> row) {
    if (row.size() != width) {
      throw new IllegalArgumentException(
          "row has " + row.size() + " cells; the header names " + width);
    }
    Instant day = RowReader.moment("day", row.get(date).strip());
    Long earlier = lines.get(day);
    if (earlier != null) {
      throw new IllegalArgumentException("line " + earlier + " already has the day " + day);
    }
    List<Observation> points = new ArrayList<>();
    for (Map.Entry<String, Integer> one : series.entrySet()) {
      String cell = row.get(one.getValue()).strip();
      if (!cell.isEmpty() && !missing.contains(cell)) {
        points.add(Observation.point(one.getKey(), day, number(one.getKey(), cell)));
      }
    }
    lines.put(day, line); // A row that is rejected does not take the day of a good one.
    return points;
  }

  private static double number(String series, String cell) {
    try {
      return RowReader.number(cell);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(series + ": " + e.getMessage(), e);
    }
  }
}
