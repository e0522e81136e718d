package org.muscat.server.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.muscat.engine.IndexState;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Snapshot;

/**
 * Prints a line for each theatre when it is first published, and when it gains or loses its score.
 * Safe for any thread.
 */
final class IndexPrinter implements Consumer<Snapshot> {

  private final PrintWriter out;
  private final Map<String, Boolean> scored = new HashMap<>();

  IndexPrinter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void accept(Snapshot snapshot) {
    for (Assessment assessment : snapshot.assessments()) {
      IndexState state = assessment.state();
      boolean now = state.scored().isPresent();
      Boolean before = scored.put(state.theatre(), now);
      if (before == null || before != now) {
        out.println(assessment.theatre().title() + " as of " + state.asOf() + ": " + line(state));
        out.flush();
      }
    }
  }

  private static String line(IndexState state) {
    return state
        .scored()
        .map(
            score ->
                String.format(
                    Locale.ROOT,
                    "stability %.1f of 100, 90 %% interval %.1f to %.1f, coverage %.2f",
                    score.stability(),
                    score.lower(),
                    score.upper(),
                    state.coverage()))
        .orElseGet(() -> "no score, " + state.reason());
  }
}
