package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.muscat.engine.IndexState;
import org.muscat.engine.theatre.TheatreState.RegimeView;
import org.muscat.server.document.Words;
import org.muscat.server.index.Assessment;

/** Writes a line for each score of many moments. */
final class LinePrinter implements ScorePrinter {

  private final PrintWriter out;
  private boolean begun;

  LinePrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(List<Assessment> assessments) {
    if (!begun) {
      line("as of", "theatre", "stability", "lower", "upper", "coverage", "regime", "status");
      begun = true;
    }
    assessments.forEach(this::line);
    out.flush();
  }

  private void line(Assessment assessment) {
    IndexState state = assessment.state();
    RegimeView regime = assessment.theatreState().regime();
    line(
        state.asOf(),
        state.theatre(),
        state.scored().map(score -> number(score.stability())).orElse("-"),
        state.scored().map(score -> number(score.lower())).orElse("-"),
        state.scored().map(score -> number(score.upper())).orElse("-"),
        String.format(Locale.ROOT, "%.2f", state.coverage()),
        regime == null ? "-" : Words.of(regime.state().regime()),
        Words.of(state.status()));
  }

  private void line(Object... cells) {
    out.printf(Locale.ROOT, "%-24s %-16s %9s %6s %6s %8s  %-12s %s\n", cells);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
