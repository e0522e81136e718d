package org.muscat.maritime.gnss;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.Layout;

/** Reads cells of a grid and takes their mean for each day. */
final class CellRows implements Layout.Rows {

  private static final class Day {
    final Set<String> cells = new HashSet<>();
    double sum;
  }

  private final String series;
  private final Set<String> wanted;
  private final int columns;
  private final int date;
  private final int cell;
  private final int good;
  private final int bad;
  private final Map<LocalDate, Day> days = new TreeMap<>();

  CellRows(List<String> header, String area, List<String> wanted) {
    List<String> names = header.stream().map(String::strip).toList();
    this.series = "gnss/" + area + "/interference";
    this.wanted = Set.copyOf(wanted);
    this.columns = names.size();
    this.date = column(names, "date", "date");
    this.cell = column(names, "cell", "hex");
    this.good = column(names, "good", "count_good_aircraft");
    this.bad = column(names, "bad", "count_bad_aircraft");
  }

  private static int column(List<String> names, String name, String other) {
    int index = Math.max(names.indexOf(name), names.indexOf(other));
    if (index < 0) {
      throw new IllegalArgumentException(
          "header has no column '"
              + name
              + (name.equals(other) ? "" : "' or '" + other)
              + "'; it has "
              + names);
    }
    return index;
  }

  @Override
  public List<Observation> read(long line, List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "row has " + cells.size() + " cells; the header names " + columns);
    }
    LocalDate day = day(cells.get(date).strip());
    String id = cells.get(cell).strip();
    int fine = count("good", cells.get(good).strip());
    int poor = count("bad", cells.get(bad).strip());
    if (id.isEmpty()) {
      throw new IllegalArgumentException("the cell has no name");
    }
    if (fine + poor > 0 && (wanted.isEmpty() || wanted.contains(id))) {
      Day sums = days.computeIfAbsent(day, unused -> new Day());
      if (!sums.cells.add(id)) {
        throw new IllegalArgumentException("cell '" + id + "' stands twice on " + day);
      }
      sums.sum += Math.max(0, poor - 1) / (double) (fine + poor);
    }
    return List.of();
  }

  @Override
  public List<Observation> end() {
    List<Observation> points = new ArrayList<>();
    days.forEach(
        (day, sums) ->
            points.add(
                Observation.point(
                    series,
                    day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    100 * sums.sum / sums.cells.size())));
    return points;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "date '" + text + "' is not an ISO date such as 2024-03-01", e);
    }
  }

  private static int count(String name, String text) {
    if (!text.matches("\\d{1,7}")) {
      throw new IllegalArgumentException(
          name + " '" + text + "' is not a number of aircraft from 0 on");
    }
    return Integer.parseInt(text);
  }
}
