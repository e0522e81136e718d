package org.muscat.server.imports;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.muscat.spi.Batch.Rejection;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * Reads a recorded CSV file through a map. A bad cell rejects its row for that series and nothing
 * else; the rejection names file, line, column and value.
 */
public final class CsvImport {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private final Path file;
  private final ImportMap map;
  private final KnownAt knownAt;
  private final List<Observation> observations = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();

  /** What a file holds. */
  public record Content(List<Observation> observations, List<Rejection> rejections) {}

  private CsvImport(Path file, ImportMap map, KnownAt knownAt) {
    this.file = file;
    this.map = map;
    this.knownAt = knownAt;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if the file is absent, is not CSV, or lacks a column of the
   *     map
   */
  public static Content read(Path file, ImportMap map, KnownAt knownAt) {
    return new CsvImport(file, map, knownAt).read();
  }

  private Content read() {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      requireColumns(parser.getHeaderNames());
      for (CSVRecord row : parser) {
        read(row, parser.getCurrentLineNumber());
      }
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + " is not UTF-8 text", e);
    } catch (CSVException e) {
      throw new IllegalArgumentException(file + " is not CSV: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
    }
    return new Content(observations, rejections);
  }

  private void requireColumns(List<String> header) {
    List<String> wanted = new ArrayList<>(map.columns().values());
    wanted.add(map.dateColumn());
    map.columns().keySet().forEach(series -> wanted.addAll(placeholders(series)));
    if (knownAt.isColumn()) {
      if (map.knownColumn() == null) {
        throw new IllegalArgumentException(
            "--known column needs a map that names the column ('known: NAME')");
      }
      wanted.add(map.knownColumn());
    }
    List<String> absent = wanted.stream().filter(name -> !header.contains(name)).toList();
    if (!absent.isEmpty()) {
      throw new IllegalArgumentException(file + " has no column " + absent + "; it has " + header);
    }
  }

  private void read(CSVRecord row, long line) {
    if (!row.isConsistent()) {
      reject(line, "the row has " + row.size() + " cells, the header more");
      return;
    }
    Instant observedAt;
    try {
      observedAt = instant(row.get(map.dateColumn()));
    } catch (DateTimeException e) {
      reject(
          line,
          map.dateColumn() + " is '" + row.get(map.dateColumn()) + "', not an ISO date or instant");
      return;
    }
    for (Map.Entry<String, String> column : map.columns().entrySet()) {
      String cell = row.get(column.getValue());
      if (!map.missing().contains(cell)) {
        point(row, line, column.getKey(), column.getValue(), observedAt);
      }
    }
  }

  private void point(CSVRecord row, long line, String series, String column, Instant observedAt) {
    String cell = row.get(column);
    try {
      // The GPR file writes thousands with a typographic apostrophe.
      double value = Double.parseDouble(cell.replace("\u2019", ""));
      Observation point = Observation.point(name(series, row), observedAt, value);
      observations.add(known(point, row, observedAt));
    } catch (NumberFormatException e) {
      reject(line, column + " is '" + cell + "', not a number");
    } catch (DateTimeException e) {
      reject(
          line,
          map.knownColumn()
              + " is '"
              + row.get(map.knownColumn())
              + "', not an ISO date or instant");
    } catch (IllegalArgumentException e) {
      reject(line, column + ": " + e.getMessage());
    }
  }

  private Observation known(Observation point, CSVRecord row, Instant observedAt) {
    return knownAt
        .of(observedAt)
        .map(moment -> point.knownAt(moment, knownAt.basis()))
        .orElseGet(() -> point.knownAt(instant(row.get(map.knownColumn())), KnownBasis.PUBLISHED));
  }

  private void reject(long line, String reason) {
    rejections.add(new Rejection(file.toString(), line, reason));
  }

  private static String name(String series, CSVRecord row) {
    return PLACEHOLDER
        .matcher(series)
        .replaceAll(
            match -> row.get(match.group(1)).toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-"));
  }

  private static List<String> placeholders(String series) {
    Matcher matcher = PLACEHOLDER.matcher(series);
    return matcher.results().map(match -> match.group(1)).toList();
  }

  private static Instant instant(String text) {
    // Some publishers write a date with a time of nought and no zone.
    if (text.length() >= 10
        && (text.length() == 10 || text.substring(10).matches("T00:00:00[.0]*"))) {
      return LocalDate.parse(text.substring(0, 10)).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return Instant.parse(text);
  }
}
