package org.muscat.server.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.server.document.HistoryPoint;

/**
 * Writes the history of a theatre as CSV: the columns of {@code muscat score --format csv} but the
 * reason, and where each row comes from. What is not known is an empty cell.
 */
public final class HistoryCsv {

  private static final List<String> COLUMNS =
      List.of(
          "as_of",
          "model",
          "theatre",
          "status",
          "stability",
          "lower",
          "upper",
          "coverage",
          "regime",
          "origin");

  private HistoryCsv() {}

  /**
   * Writes all points of a theatre.
   *
   * @param out is told everything, in ASCII
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static void write(
      String model, String theatre, List<HistoryPoint> points, Appendable out) {
    CsvRows rows = new CsvRows(out, COLUMNS);
    for (HistoryPoint point : points) {
      String regime = point.regime();
      rows.write(
          List.of(
              point.asOf(),
              Cells.write(model),
              Cells.write(theatre),
              Cells.write(point.status()),
              number(point.stability()),
              number(point.lower()),
              number(point.upper()),
              String.valueOf(point.coverage()),
              regime == null ? "" : Cells.write(regime),
              point.origin()));
    }
  }

  private static String number(@Nullable Double number) {
    return number == null ? "" : String.valueOf(number);
  }
}
