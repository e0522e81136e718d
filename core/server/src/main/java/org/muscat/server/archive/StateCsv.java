package org.muscat.server.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.muscat.store.IndexStates;
import org.muscat.store.StoredState;

/** Writes stored index states as CSV, every version of each, without their documents. */
public final class StateCsv {

  private static final List<String> COLUMNS =
      List.of(
          "theatre",
          "model",
          "model_hash",
          "programs",
          "as_of",
          "stamp",
          "status",
          "stability",
          "lower",
          "upper",
          "recorded_at");

  private StateCsv() {}

  /**
   * Writes the states of a theatre.
   *
   * @param out is told everything, in ASCII
   * @return how many rows were written
   * @throws UncheckedIOException if it cannot be written
   */
  public static long write(
      IndexStates states, String theatre, Instant from, Instant to, Appendable out) {
    try {
      CSVPrinter printer = new CSVPrinter(out, VersionCsv.FORMAT);
      printer.printRecord(COLUMNS);
      states.forEach(theatre, from, to, state -> print(printer, state));
      return printer.getRecordCount() - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(CSVPrinter printer, StoredState state) {
    try {
      printer.printRecord(
          Arrays.asList(
              Cells.write(state.theatre()),
              Cells.write(state.model()),
              Cells.write(state.modelHash()),
              Cells.write(state.programs()),
              state.asOf().toString(),
              String.valueOf(state.stamp()),
              Cells.write(state.status()),
              number(state.stability()),
              number(state.lower()),
              number(state.upper()),
              state.recordedAt().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is not known is an empty cell. */
  private static String number(@Nullable Double number) {
    return number == null ? "" : String.valueOf(number);
  }
}
