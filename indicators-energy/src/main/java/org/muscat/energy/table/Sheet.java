package org.muscat.energy.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpAnswer;

/** The rows of an answer that is a CSV file or an old binary Excel file, as texts. Immutable. */
public final class Sheet {

  /**
   * More than twice the largest Excel file that is read. Its parts are held in memory, each as
   * several objects.
   */
  public static final long MOST_BYTES = 8L << 20;

  /** Publishers put titles and notes above the header. */
  private static final int DEEPEST_HEADER = 30;

  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /**
   * A row.
   *
   * @param line in the file, from 1
   */
  record Row(long line, List<String> cells) {

    /** The text of a cell; empty beyond the end of a short row. */
    String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  private final String where;
  private final List<Row> rows;

  private Sheet(String where, List<Row> rows) {
    this.where = where;
    this.rows = rows;
  }

  /**
   * Reads an answer, whatever media type it names: publishers name wrong ones.
   *
   * @param sheet the name of the sheet of an Excel file; the first if it has no such
   * @throws FeedException {@code BAD_DATA} if it is neither, such as a web page; publishers send
   *     those with status 200 when they are closed or asked too often. {@code TOO_LARGE} if an
   *     Excel file has too many cells
   */
  public static Sheet read(HttpAnswer answer, String sheet) throws FeedException {
    byte[] bytes = answer.bytes();
    if (bytes.length == 0) {
      throw new FeedException(Reason.BAD_DATA, answer.url() + " answered nothing at all");
    }
    if (bytes.length >= OLE2.length && Arrays.equals(bytes, 0, 4, OLE2, 0, 4)) {
      return new Sheet(answer.url(), Workbook.rows(bytes, sheet, answer.url()));
    }
    if (bytes.length >= 2 && bytes[0] == 'P' && bytes[1] == 'K') {
      throw new FeedException(
          Reason.BAD_DATA,
          answer.url()
              + " answered an archive, perhaps an Excel file of the newer kind (xlsx); it must be"
              + " CSV or of the older kind (xls)");
    }
    String text = answer.text();
    if (text.stripLeading().startsWith("<")) {
      throw new FeedException(
          Reason.BAD_DATA,
          answer.url()
              + " answered a web page in place of a table; it is closed or asked too often: "
              + Excerpt.of(text));
    }
    return new Sheet(answer.url(), csv(text, answer.url()));
  }

  private static List<Row> csv(String text, String where) throws FeedException {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      long line = 1;
      for (CSVRecord one : parser) {
        rows.add(new Row(line, one.toList().stream().map(String::strip).toList()));
        line = parser.getCurrentLineNumber() + 1;
      }
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw new FeedException(
          Reason.BAD_DATA, where + " answered no CSV: " + Excerpt.of(String.valueOf(e)), e);
    }
  }

  /**
   * Hands over columns, by their names in the header, whatever their case.
   *
   * @param dates the names that the column of dates may have, the best first
   * @param values for each column the names that it may have
   * @throws FeedException {@code SOURCE_CHANGED} if there is no row with these names
   */
  public void read(List<String> dates, List<Column> values, Cells cells) throws FeedException {
    int header = header(dates, values);
    List<String> names = names(rows.get(header));
    int date = find(names, dates).orElseThrow();
    for (Row row : rows.subList(header + 1, rows.size())) {
      if (row.isBlank()) {
        continue;
      }
      if (row.cells().size() <= date || (row.cells().size() == 1 && names.size() > 1)) {
        cells.reject(row.line(), "the row has only " + row.cells().size() + " cells");
        continue;
      }
      for (Column column : values) {
        int index = find(names, column.names()).orElseThrow();
        cells.add(column.wanted(), row.line(), row.cell(date), row.cell(index));
      }
    }
  }

  /**
   * A column that is wanted.
   *
   * @param names that it may have, the best first
   */
  public record Column(Wanted wanted, List<String> names) {

    /** A column that has the publisher's name of the series. */
    public static Column of(Wanted wanted) {
      return new Column(wanted, List.of(wanted.id()));
    }
  }

  private int header(List<String> dates, List<Column> values) throws FeedException {
    for (int i = 0; i < Math.min(rows.size(), DEEPEST_HEADER); i++) {
      List<String> names = names(rows.get(i));
      if (find(names, dates).isPresent()
          && values.stream().allMatch(column -> find(names, column.names()).isPresent())) {
        return i;
      }
    }
    throw new FeedException(
        Reason.SOURCE_CHANGED,
        "%s has no header with %s and %s; its first row is %s"
            .formatted(
                where,
                dates.get(0),
                String.join(", ", values.stream().map(column -> column.names().get(0)).toList()),
                rows.isEmpty() ? "absent" : Excerpt.of(String.join(",", rows.get(0).cells()))));
  }

  private static List<String> names(Row row) {
    return row.cells().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private static Optional<Integer> find(List<String> names, List<String> wanted) {
    return wanted.stream()
        .map(name -> names.indexOf(name.toLowerCase(Locale.ROOT)))
        .filter(index -> index >= 0)
        .findFirst();
  }
}
