package org.muscat.server.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.muscat.engine.IndexState;
import org.muscat.engine.IndexState.Score;
import org.muscat.engine.theatre.TheatreState.RegimeView;
import org.muscat.server.document.Words;
import org.muscat.server.index.Assessment;

/** Writes scores as CSV, a row for each. What is not known is an empty cell. For one thread. */
public final class ScoreCsv {

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
          "reason");

  private final CsvRows rows;

  /**
   * A file that begins.
   *
   * @param out is told everything, in ASCII
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public ScoreCsv(Appendable out) {
    this.rows = new CsvRows(out, COLUMNS);
  }

  /**
   * Writes a row.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void write(Assessment assessment) {
    IndexState state = assessment.state();
    RegimeView regime = assessment.theatreState().regime();
    rows.write(
        List.of(
            state.asOf().toString(),
            Cells.write(state.model()),
            Cells.write(state.theatre()),
            Words.of(state.status()),
            cell(state.scored(), Score::stability),
            cell(state.scored(), Score::lower),
            cell(state.scored(), Score::upper),
            String.valueOf(state.coverage()),
            regime == null ? "" : Words.of(regime.state().regime()),
            Cells.write(state.reason())));
  }

  private static String cell(Optional<Score> score, ToDoubleFunction<Score> part) {
    return score.map(one -> String.valueOf(part.applyAsDouble(one))).orElse("");
  }
}
