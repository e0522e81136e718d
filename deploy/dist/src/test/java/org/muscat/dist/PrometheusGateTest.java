package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.dist.PrometheusRules.Rule;

/**
 * A real Prometheus with the rules scrapes a Muscat that replays recorded data, for 20 seconds: all
 * that rules and runbooks ask is answered.
 */
@Tag("gates")
class PrometheusGateTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int SCRAPES = 20;

  /** What a Muscat that is well does not have. */
  private static final Set<String> ONLY_IN_TROUBLE =
      Set.of(
          "muscat_plugin_info{status=~\"quarantined|rejected\"}",
          "muscat_vintage_break_timestamp_seconds",
          "muscat_series_suspect",
          "muscat_feed_fetch_failures_total");

  /** The feeds of the demo are asked once a day: there is no fetch to be counted. */
  private static final Set<String> NOT_OF_THE_DEMO =
      Set.of("feed:muscat_feed_fetch_failures:ratio1d");

  @TempDir private static Path folder;

  private static MuscatProcess muscat;
  private static MonitoringProcess prometheus;

  @BeforeAll
  static void scrape() throws IOException {
    muscat = MuscatProcess.serve(folder, "--demo");
    // The status of the strait needs the longest history: the replay is in autumn 2019 then.
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> muscat.get("/metrics").body().contains("muscat_chokepoint_status{"));
    prometheus = MonitoringProcess.prometheus(folder, configuration());
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> value("count_over_time(up{job=\"muscat\"}[5m])") >= SCRAPES);
  }

  /** The files of the example, with another target, and everything once a second. */
  private static Path configuration() throws IOException {
    for (String file :
        List.of("prometheus.yml", PrometheusRules.ALERTS, PrometheusRules.RECORDINGS)) {
      String example = Files.readString(PrometheusRules.FOLDER.resolve(file));
      Files.writeString(
          folder.resolve(file),
          example
              .replaceAll("interval: \\d+[sm]", "interval: 1s")
              .replace("127.0.0.1:8080", muscat.url().substring("http://".length())));
    }
    return folder.resolve("prometheus.yml");
  }

  @AfterAll
  static void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (muscat != null) {
      muscat.close();
    }
  }

  @Test
  void shouldScrapeWithoutAFailure() throws IOException, InterruptedException {
    assertThat(value("min_over_time(up{job=\"muscat\"}[5m])")).isOne();
    assertThat(value("muscat_exported_series")).isEqualTo(value("scrape_samples_scraped"));
    JsonNode target = prometheus.json("/api/v1/targets").at("/data/activeTargets/0");
    assertThat(target.get("lastError").asText()).isEmpty();
  }

  @Test
  void shouldEvaluateEveryRule() throws IOException, InterruptedException {
    List<String> evaluated = new ArrayList<>();

    for (JsonNode group : prometheus.json("/api/v1/rules").at("/data/groups")) {
      for (JsonNode rule : group.get("rules")) {
        assertThat(rule.get("health").asText()).as(rule.toString()).isEqualTo("ok");
        evaluated.add(rule.get("name").asText());
      }
    }

    assertThat(evaluated)
        .hasSize(PrometheusRules.alerts().size() + PrometheusRules.recordings().size());
  }

  @Test
  void shouldAnswerEveryExpressionOfARuleOrARunbook() throws IOException, InterruptedException {
    List<String> expressions = new ArrayList<>();
    PrometheusRules.recordings().forEach(rule -> expressions.add(rule.expression()));
    for (Rule alert : PrometheusRules.alerts()) {
      expressions.add(alert.expression());
      expressions.addAll(PrometheusRules.firstLook(alert.name()));
    }

    for (String expression : expressions) {
      JsonNode answer = prometheus.query(expression);
      assertThat(answer.at("/status").asText()).as(expression + ": " + answer).isEqualTo("success");
    }
  }

  @Test
  void shouldKnowEverySeriesThatAnAlertReads() throws IOException, InterruptedException {
    List<String> unknown = new ArrayList<>();

    for (Rule alert : PrometheusRules.alerts()) {
      for (String selector : alert.selectors()) {
        // The alerts leave the demo out; here it is the Muscat that there is.
        String here = selector.replace("model!=\"demo\"", "model=\"demo\"");
        if (!ONLY_IN_TROUBLE.contains(selector) && isEmpty(here)) {
          unknown.add(alert.name() + ": " + selector);
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void shouldRecordEverySeriesAtThePaceOfTheDemo() throws IOException, InterruptedException {
    List<String> empty = new ArrayList<>();

    for (Rule rule : PrometheusRules.recordings()) {
      // Days pass here in a quarter of a second.
      String faster = rule.expression().replaceAll("\\b(1d|7d|1h|5m)\\b", "10s");
      if (!NOT_OF_THE_DEMO.contains(rule.name()) && isEmpty(faster)) {
        empty.add(rule.name() + ": " + faster);
      }
    }

    assertThat(empty).isEmpty();
  }

  @Test
  void shouldNotAlertOfADemoThatIsWell() throws IOException, InterruptedException {
    List<String> firing = new ArrayList<>();

    for (JsonNode alert : prometheus.json("/api/v1/alerts").at("/data/alerts")) {
      firing.add(alert.at("/labels/alertname").asText());
    }

    assertThat(firing).isEmpty();
  }

  private static boolean isEmpty(String expression) throws IOException, InterruptedException {
    return prometheus.query(expression).at("/data/result").isEmpty();
  }

  /** Of the only series that there is. */
  private static double value(String expression) throws IOException, InterruptedException {
    JsonNode result = prometheus.query(expression).at("/data/result");
    return result.size() == 1 ? result.at("/0/value/1").asDouble() : Double.NaN;
  }
}
