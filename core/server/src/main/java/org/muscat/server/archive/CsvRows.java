package org.muscat.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows of CSV. For one thread. */
final class CsvRows {

  private final Appendable out;
  private final String lineEnd;
  private long rows;

  /**
   * A file that begins.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  CsvRows(Appendable out, List<String> header) {
    this(out, header, "\n");
  }

  /**
   * A file that begins, with another end of its lines than that of Unix.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  CsvRows(Appendable out, List<String> header, String lineEnd) {
    this.out = out;
    this.lineEnd = lineEnd;
    write(header);
    rows = 0;
  }

  /**
   * Writes a row.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  void write(List<String> cells) {
    String row = cells.stream().map(CsvRows::quoted).collect(Collectors.joining(",", "", lineEnd));
    try {
      out.append(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
  }

  /** How many rows were written, without the header. */
  long count() {
    return rows;
  }

  private static String quoted(String cell) {
    boolean plain =
        cell.chars().noneMatch(one -> one == ',' || one == '"' || one == '\n' || one == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
