package org.muscat.server.compose;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file whose rows know their lines; collects what is wrong with its cells. One thread. */
final class Table {

  private static final int SHOWN = 20;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final Path file;
  private final List<String> header;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Table(Path file, List<String> header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is absent, is not CSV, or lacks a column
   */
  static Table read(Path file, List<String> required) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      Table table = new Table(file, List.copyOf(parser.getHeaderNames()));
      table.requireColumns(required);
      for (CSVRecord row : parser) {
        if (row.isConsistent()) {
          table.rows.add(table.new Row(parser.getCurrentLineNumber(), row.toMap()));
        } else {
          table.problem(
              parser.getCurrentLineNumber(),
              "the row has " + row.size() + " cells, the header " + table.header.size());
        }
      }
      return table;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException(file + " is not UTF-8 text", e);
    } catch (CSVException e) {
      throw new IllegalArgumentException(file + " is not CSV: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  List<Row> rows() {
    return rows;
  }

  boolean has(String column) {
    return header.contains(column);
  }

  void requireColumns(List<String> required) {
    List<String> absent = required.stream().filter(name -> !header.contains(name)).toList();
    if (!absent.isEmpty()) {
      throw new IllegalArgumentException(file + " has no column " + absent + "; it has " + header);
    }
  }

  /**
   * Lets nobody go on with a table that has bad cells.
   *
   * @throws IllegalArgumentException with each of them
   */
  void throwIfBad() {
    if (problems.isEmpty()) {
      return;
    }
    List<String> shown = new ArrayList<>(problems.subList(0, Math.min(SHOWN, problems.size())));
    if (problems.size() > SHOWN) {
      shown.add("and " + (problems.size() - SHOWN) + " more");
    }
    throw new IllegalArgumentException(String.join("\n  ", shown));
  }

  private void problem(long line, String message) {
    problems.add(file + ":" + line + ": " + message);
  }

  /** One row. */
  final class Row {

    private final long line;
    private final Map<String, String> cells;

    private Row(long line, Map<String, String> cells) {
      this.line = line;
      this.cells = cells;
    }

    /** The text of a cell; "NA" is nothing. */
    String text(String column) {
      String cell = cells.getOrDefault(column, "");
      return cell.equals("NA") ? "" : cell;
    }

    /** The text of a cell that must have one. */
    String required(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        bad(column, "needs a value");
      }
      return text;
    }

    /** A number, or empty where the cell is empty or "NA"; anything else is a problem. */
    OptionalDouble number(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        return OptionalDouble.empty();
      }
      try {
        double number = Double.parseDouble(text);
        // parseDouble takes "1d" and "0x1p3" for numbers; whoever wrote them did not.
        if (Double.isFinite(number) && text.toLowerCase(Locale.ROOT).matches("[-+.e0-9]+")) {
          return OptionalDouble.of(number);
        }
      } catch (NumberFormatException e) {
        // told below, with the place
      }
      bad(column, "is no number; a missing value is empty or NA");
      return OptionalDouble.empty();
    }

    void bad(String column, String message) {
      problem(line, "column '" + column + "', value '" + cells.get(column) + "': " + message);
    }
  }
}
