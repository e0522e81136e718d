package org.muscat.server.archive;

import java.time.Instant;
import java.util.List;
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
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static long write(
      IndexStates states, String theatre, Instant from, Instant to, Appendable out) {
    CsvRows rows = new CsvRows(out, COLUMNS);
    states.forEach(theatre, from, to, state -> rows.write(cells(state)));
    return rows.count();
  }

  private static List<String> cells(StoredState state) {
    return List.of(
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
        state.recordedAt().toString());
  }

  /** What is not known is an empty cell. */
  private static String number(@Nullable Double number) {
    return number == null ? "" : String.valueOf(number);
  }
}
