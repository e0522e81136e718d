package org.muscat.server.reference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muscat.server.metrics.HealthMetric;
import org.muscat.server.metrics.IndexMetric;
import org.muscat.server.metrics.MetricFamily;

/** The page of the reference about metrics, in Markdown. */
public final class MetricsPage {

  private static final String HEAD =
      """
      # Reference of metrics

      Written by `muscat metrics docs`; do not edit. What they are for, with examples: [metrics.md](../metrics.md).

      A state set has one series for each state, with its own name as the label of the state: the state that holds is 1, the others are 0.
      A summary has `_count` and `_sum`, a histogram `_bucket` besides. What has no word under "absent when" is always there.
      """;

  private MetricsPage() {}

  /** The whole page. */
  public static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("\n## Index\n\nThey exist after the first tick.\n\n");
    table(page, IndexMetric.values());
    page.append("\n## Health\n\n");
    table(page, HealthMetric.values());
    page.append(
        """

        ## Others

        | metric | meaning | labels |
        |---|---|---|
        | `muscat_x_<plugin>_<name>`, `.._total` | what a feed tells of its own work through `FeedContext.meters()`; hyphens of the plugin's id are underscores | `feed`, and its own |
        | `jvm_*`, `process_*`, `system_*`, `vertx_*` | memory, threads and pauses; processor, uptime and files; HTTP server and worker pools, from Micrometer | |
        """);
    return page.toString();
  }

  private static void table(StringBuilder page, MetricFamily[] families) {
    page.append("| metric | type | meaning | labels | absent when |\n|---|---|---|---|---|\n");
    for (MetricFamily family : families) {
      page.append("| `")
          .append(family.series())
          .append("` | ")
          .append(family.type().word())
          .append(" | ")
          .append(meaning(family))
          .append(" | ")
          .append(labels(family))
          .append(" | ")
          .append(family.spec().absentWhen())
          .append(" |\n");
    }
  }

  /** Links are written as from the folder above. */
  private static String meaning(MetricFamily family) {
    String detail = family.spec().detail();
    String all = detail.isEmpty() ? family.about() : family.about() + "; " + detail;
    return all.replace("](", "](../");
  }

  private static String labels(MetricFamily family) {
    Stream<String> own =
        family.type() == MetricFamily.Type.STATE_SET ? Stream.of(family.series()) : Stream.of();
    List<String> all = Stream.concat(family.labels().stream(), own).toList();
    return all.stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
  }
}
