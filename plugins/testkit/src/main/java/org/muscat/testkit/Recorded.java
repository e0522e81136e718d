package org.muscat.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * The project's recorded real series, which lie outside the repository. A test that needs them is
 * skipped with a notice when they are absent, and fails when {@code muscat.shared.required} is
 * true.
 */
public final class Recorded {

  private static final Set<String> MISSING = Set.of("", ".", "NaN");

  private Recorded() {}

  /** A file of the recorded data, such as {@code prices/brent-daily.csv}. */
  public static Path data(String file) {
    return shared("data/" + file);
  }

  /** A file of the golden outputs, such as {@code 00_inputs/asem_iData.csv}. */
  public static Path golden(String file) {
    return shared("golden/" + file);
  }

  /**
   * One column of a recorded CSV file as points of a daily series. Empty cells, "." and "NaN" are
   * missing values and give no point.
   *
   * @param file below the recorded data
   * @param dateColumn the column with the ISO date (or date and time), by name
   * @param valueColumn the column with the number, by name
   * @param series the name of the series that it becomes
   * @param lag from observed-at to known-at
   */
  public static List<Observation> column(
      String file,
      String dateColumn,
      String valueColumn,
      String series,
      UnaryOperator<Instant> lag) {
    return column(file, Map.of(), dateColumn, valueColumn, series, lag);
  }

  /**
   * One column of those rows of a recorded CSV file that are about one thing: for long files, which
   * hold several series one below the other.
   *
   * @param file below the recorded data
   * @param where the cell that a row must have, by the name of its column
   * @param dateColumn the column with the ISO date (or date and time), by name
   * @param valueColumn the column with the number, by name
   * @param series the name of the series that it becomes
   * @param lag from observed-at to known-at
   */
  public static List<Observation> column(
      String file,
      Map<String, String> where,
      String dateColumn,
      String valueColumn,
      String series,
      UnaryOperator<Instant> lag) {
    List<String> lines = lines(data(file));
    List<String> header = List.of(lines.get(0).split(",", -1));
    int date = index(header, dateColumn, file);
    int value = index(header, valueColumn, file);
    Map<Integer, String> wanted = new HashMap<>();
    where.forEach((column, cell) -> wanted.put(index(header, column, file), cell));
    List<Observation> points = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (!wanted.entrySet().stream().allMatch(w -> cells[w.getKey()].equals(w.getValue()))) {
        continue;
      }
      String cell = cells[value].replace("\u2019", "");
      if (!MISSING.contains(cell)) {
        Instant day = day(cells[date].substring(0, 10));
        points.add(
            Observation.point(series, day, Double.parseDouble(cell))
                .knownAt(lag.apply(day), KnownBasis.ASSUMED));
      }
    }
    return points;
  }

  /** A fixed publication lag. */
  public static UnaryOperator<Instant> lag(Duration lag) {
    return observedAt -> observedAt.plus(lag);
  }

  /** Known at the start of the next business day, Monday to Friday (UTC). */
  public static Instant nextBusinessDay(Instant observedAt) {
    Instant next = observedAt;
    DayOfWeek day;
    do {
      next = next.plus(Duration.ofDays(1));
      day = next.atZone(ZoneOffset.UTC).getDayOfWeek();
    } while (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
    return next;
  }

  /** The start of a day, UTC. */
  public static Instant day(String isoDate) {
    return LocalDate.parse(isoDate).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static int index(List<String> header, String column, String file) {
    int index = header.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column '" + column + "' in " + file + ": " + header);
    }
    return index;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shared(String file) {
    Path path = Path.of(System.getProperty("muscat.shared", "../shared")).resolve(file);
    if (!Files.exists(path)) {
      String notice = "recorded data are absent: " + path + " (set -Dmuscat.shared=DIR)";
      if (Boolean.getBoolean("muscat.shared.required")) {
        throw new IllegalStateException(notice);
      }
      Assumptions.abort(notice);
    }
    return path;
  }
}
