package org.muscat.bench.validation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Series;

/** Daily calls of all ships in the recorded files of PortWatch: one vintage a file, no day left out. */
final class DailyCalls {

  private static final long DAY = 86_400_000L;
  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);

  private DailyCalls() {}

  /** Of one strait in a file of several. */
  static Series ofSeveral(Path file, Strait strait) throws IOException {
    String word = strait.word().replace('-', '_');
    return series(strait, file, "n_total", Map.of("chokepoint", word));
  }

  /** Of Hormuz in a file of its own. */
  static Series ofHormuz(Path file, String column) throws IOException {
    return series(Strait.HORMUZ, file, column, Map.of());
  }

  private static Series series(Strait strait, Path file, String column, Map<String, String> chosen)
      throws IOException {
    TreeMap<LocalDate, Double> calls = new TreeMap<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser rows = format.parse(reader)) {
      for (CSVRecord row : rows) {
        LocalDate day = LocalDate.parse(row.get("date"));
        boolean wanted =
            chosen.entrySet().stream().allMatch(e -> row.get(e.getKey()).equals(e.getValue()));
        if (wanted && !day.isAfter(LAST)) {
          calls.put(day, Double.parseDouble(row.get(column)));
        }
      }
    }
    requireEachDay(calls, file, strait);
    return Series.of(
        name(strait),
        calls.keySet().stream().mapToLong(day -> DAY * day.toEpochDay()).toArray(),
        calls.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The series of a strait as its indicators name it. */
  static String name(Strait strait) {
    return "transits/" + strait.word() + "/all";
  }

  /** The simple rules count points for days. */
  private static void requireEachDay(TreeMap<LocalDate, Double> calls, Path file, Strait strait) {
    if (calls.isEmpty()) {
      throw new IllegalArgumentException(file + " has no day of " + strait.title());
    }
    long days = calls.firstKey().datesUntil(calls.lastKey().plusDays(1)).count();
    if (days != calls.size()) {
      throw new IllegalArgumentException(
          "%s has %d of the %d days of %s from %s to %s; give a file without gaps"
              .formatted(
                  file, calls.size(), days, strait.title(), calls.firstKey(), calls.lastKey()));
    }
  }
}
