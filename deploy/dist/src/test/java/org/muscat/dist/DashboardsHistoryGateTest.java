package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.dist.GrafanaDashboards.Question;
import org.muscat.dist.RecordedStore.Import;

/**
 * Overview and Theatre over a history that was filled in: on the day that Prometheus is installed.
 */
@Tag("gates")
class DashboardsHistoryGateTest {

  private static final Instant LAST = Instant.parse("2019-09-20T00:00:00Z");

  /** What there is no history of, and why. */
  private static final Map<String, String> LACKING =
      Map.of(
          "muscat-overview: Alerts that fire A", "alerts have no history",
          "muscat-overview: Without a score A", "the score of that day is not refused",
          "muscat-theatre: annotation Regime", "no regime need have begun on that day",
          "muscat-theatre: annotation Model", "a model is of no theatre",
          "muscat-theatre: annotation A source told its past anew", "feeds have no history",
          "muscat-theatre: Touch probability A", "no model has passed the test",
          "muscat-theatre: Indicators E", "no baseline need be frozen");

  @TempDir private Path folder;

  @Test
  void shouldAnswerWhatOverviewAndTheatreAsk() throws IOException, InterruptedException {
    fillIn();
    List<String> empty = new ArrayList<>();

    List<String> command =
        List.of(
            "prometheus",
            "--config.file=prometheus.yml",
            "--storage.tsdb.path=blocks",
            "--storage.tsdb.retention.time=20y");
    try (Prometheus prometheus = new Prometheus(folder, command)) {
      for (Question question : ofTheatres()) {
        if (prometheus.query(question.ofHistory(), LAST).isEmpty()
            && !LACKING.containsKey(question.name())) {
          empty.add(question.name() + ": " + question.ofHistory());
        }
      }
    }

    assertThat(empty).isEmpty();
  }

  /** Ten days, of all that was recorded until then. */
  private void fillIn() throws IOException, InterruptedException {
    RecordedStore.filled(folder).with(Import.PORTWATCH, Import.DYADS, Import.GDELT_2018);

    Files.writeString(folder.resolve("prometheus.yml"), "scrape_configs: []\n");
    MuscatProcess.Ended filled =
        MuscatProcess.run(
            folder,
            "backfill",
            "--model=gulf",
            "--theatre=hormuz",
            "--from=2019-09-10T00:00:00Z",
            "--to=" + LAST,
            "--openmetrics=gulf.om");
    assertThat(filled.exitCode()).as(filled.err()).isZero();
    DebianTool parsed = DebianTool.parseOpenMetrics(folder, folder.resolve("gulf.om"));
    assertThat(parsed.exitCode()).as(parsed.output()).isZero();
    Tool.Ended blocks =
        Tool.run(
            folder,
            "promtool",
            "tsdb",
            "create-blocks-from",
            "--max-block-duration=8760h",
            "openmetrics",
            "gulf.om",
            "blocks");
    assertThat(blocks.exitCode()).as(blocks.err()).isZero();
  }

  private static List<Question> ofTheatres() throws IOException {
    Stream<Question> questions = GrafanaDashboards.questions().stream();
    return questions.filter(question -> !question.name().startsWith("muscat-engine")).toList();
  }
}
