package org.muscat.server.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Snapshot;
import org.muscat.server.metrics.Exposition;
import org.muscat.server.metrics.IndexCollector;

/** The metrics of assessments as a scraper would get them. */
final class OpenMetricsText {

  private OpenMetricsText() {}

  /**
   * All metrics of the index, ending in {@code # EOF}.
   *
   * @param assessments at least one, all as of the same moment
   */
  static String of(List<Assessment> assessments) {
    IndexBoard board = new IndexBoard();
    board.publish(new Snapshot(assessments.get(0).state().asOf(), assessments));
    return new String(
        Exposition.openMetrics(new IndexCollector(board).collect()).body(), StandardCharsets.UTF_8);
  }
}
