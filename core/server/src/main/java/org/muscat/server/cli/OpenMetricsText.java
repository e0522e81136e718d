package org.muscat.server.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.Restricted;
import org.muscat.server.metrics.ExpositionFormat;
import org.muscat.server.metrics.IndexFamilies;

/** The metrics of assessments as a scraper would get them. */
final class OpenMetricsText {

  private OpenMetricsText() {}

  /**
   * All metrics of the index, ending in {@code # EOF}.
   *
   * @param assessments all as of the same moment
   * @param withheld of which no number leaves
   */
  static String of(List<Assessment> assessments, Restricted withheld) {
    return new String(
        ExpositionFormat.OPEN_METRICS.page(IndexFamilies.of(assessments, withheld)),
        StandardCharsets.UTF_8);
  }
}
