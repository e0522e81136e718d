package org.muscat.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows of CSV. For one thread. */
final class CsvRows {

  private final Appendable out;
  private long rows;

  /**
   * A file that begins.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  CsvRows(Appendable out, List<String> header) {
    this.out = out;
    write(header);
    rows = 0;
  }

  /**
   * Writes a row.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  void write(List<String> cells) {
    String row = cells.stream().map(CsvRows::quoted).collect(Collectors.joining(",", "", "\n"));
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
