package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.dist.GrafanaDashboards.Question;
import org.muscat.dist.PrometheusRules.Rule;

/**
 * A real Prometheus with the rules scrapes a Muscat that replays recorded data, for 20 seconds: all
 * that rules, runbooks and the panels, variables and annotations of the dashboards ask is answered.
 */
@Tag("gates")
@Order(1)
class PrometheusGateTest {

  /** The demo has no job. The reference, which is written from the code, knows their metrics. */
  private static final Set<String> OF_JOBS =
      Set.of("muscat_job_up", "muscat_job_last_duration_seconds", "muscat_job_overdue_seconds");

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

  /** Of what dashboards ask: what a demo that is well does not have, and why. */
  private static final Map<String, String> LACKING =
      Map.ofEntries(
          Map.entry("muscat-overview: Alerts that fire A", "no alert fires"),
          Map.entry("muscat-overview: Without a score A", "its scores are not refused"),
          Map.entry("muscat-theatre: annotation Regime", "no regime began just now"),
          Map.entry("muscat-theatre: annotation Model", "no model changed just now"),
          Map.entry("muscat-theatre: annotation A source told its past anew", "no source did"),
          Map.entry("muscat-theatre: Indicators D", "all indicators may be well"),
          Map.entry("muscat-theatre: Indicators E", "no baseline is frozen"),
          Map.entry("muscat-theatre: Freshness of the indicators A", "all may be well"),
          Map.entry("muscat-theatre: Touch probability A", "no model has passed the test"),
          Map.entry("muscat-theatre: Structural factor A", "the demo has no framework"),
          Map.entry("muscat-theatre: Opacity A", "the demo has no opacity"),
          Map.entry("muscat-theatre: Mix of dialogue and pressure A", "it measures no pressure"),
          Map.entry("muscat-theatre: Mix gradient A", "it measures no pressure"),
          Map.entry("muscat-engine: Age of the index A", "it leaves the demo out"),
          Map.entry("muscat-engine: All feeds D", "its feeds are asked once a day"),
          Map.entry("muscat-engine: Failed fetches A", "no fetch failed"),
          Map.entry("muscat-engine: Sources that told their past anew A", "no source did"),
          Map.entry("muscat-engine: Sources that told their past anew B", "no source did"));

  @TempDir private static Path folder;

  private static ScrapedDemo demo;

  @BeforeAll
  static void scrape() throws IOException {
    demo = ScrapedDemo.start(folder);
  }

  @AfterAll
  static void stop() {
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void shouldScrapeWithoutAFailure() throws IOException, InterruptedException {
    assertThat(demo.value("min_over_time(up{job=\"muscat\"}[5m])")).isOne();
    assertThat(demo.value("muscat_exported_series"))
        .isEqualTo(demo.value("scrape_samples_scraped"));
    JsonNode target = demo.prometheus().json("/api/v1/targets").at("/data/activeTargets/0");
    assertThat(target.get("lastError").asText()).isEmpty();
  }

  @Test
  void shouldEvaluateEveryRule() throws IOException, InterruptedException {
    List<String> evaluated = new ArrayList<>();

    for (JsonNode group : demo.prometheus().json("/api/v1/rules").at("/data/groups")) {
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
      JsonNode answer = demo.prometheus().query(expression);
      assertThat(answer.at("/status").asText()).as(expression + ": " + answer).isEqualTo("success");
    }
  }

  @Test
  void shouldKnowEverySeriesThatAnAlertReads() throws IOException, InterruptedException {
    List<String> unknown = new ArrayList<>();
    String reference = Files.readString(Path.of("..", "..", "docs", "reference", "metrics.md"));

    for (Rule alert : PrometheusRules.alerts()) {
      for (String selector : alert.selectors()) {
        // The alerts leave the demo out; here it is the Muscat that there is.
        String here = selector.replace("model!=\"demo\"", "model=\"demo\"");
        boolean known =
            OF_JOBS.contains(selector)
                ? reference.contains("`" + selector + "`")
                : ONLY_IN_TROUBLE.contains(selector) || !demo.isEmpty(here);
        if (!known) {
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
      if (!NOT_OF_THE_DEMO.contains(rule.name()) && demo.isEmpty(faster)) {
        empty.add(rule.name() + ": " + faster);
      }
    }

    assertThat(empty).isEmpty();
  }

  @Test
  void shouldNotAlertOfADemoThatIsWell() throws IOException, InterruptedException {
    List<String> firing = new ArrayList<>();

    for (JsonNode alert : demo.prometheus().json("/api/v1/alerts").at("/data/alerts")) {
      firing.add(alert.at("/labels/alertname").asText());
    }

    assertThat(firing).isEmpty();
  }

  @Test
  void shouldAnswerEveryQuestionOfADashboard() throws IOException, InterruptedException {
    List<String> empty = new ArrayList<>();

    for (Question question : GrafanaDashboards.questions()) {
      JsonNode answer = demo.prometheus().query(question.ofDemo());
      assertThat(answer.at("/status").asText()).as(question + ": " + answer).isEqualTo("success");
      if (answer.at("/data/result").isEmpty() && !LACKING.containsKey(question.name())) {
        empty.add(question.name() + ": " + question.ofDemo());
      }
    }

    assertThat(empty).isEmpty();
  }

  @Test
  void shouldOfferWhatCanBeChosen() throws IOException, InterruptedException {
    List<String> empty = new ArrayList<>();

    for (Question choice : GrafanaDashboards.choices()) {
      if (demo.isEmpty(choice.ofDemo())) {
        empty.add(choice.name() + ": " + choice.ofDemo());
      }
    }

    assertThat(empty).isEmpty();
  }

  @Test
  void shouldExcuseOnlyQuestionsThatThereAre() throws IOException {
    Set<String> names = new TreeSet<>();
    GrafanaDashboards.questions().forEach(question -> names.add(question.name()));

    assertThat(names).hasSizeGreaterThan(60).containsAll(LACKING.keySet());
  }
}
