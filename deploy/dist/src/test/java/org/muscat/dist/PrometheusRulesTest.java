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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muscat.dist.PrometheusRules.Rule;
import org.muscat.server.metrics.MetricFamily;

/** Rules, runbooks, tests of rules and the page of metrics speak of the same things. */
class PrometheusRulesTest {

  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final String TEST = ".test.yml";

  /** What Prometheus adds. */
  private static final Set<String> OF_A_SCRAPE = Set.of("job", "instance", "alertname");

  @Test
  void shouldHaveAllAlertsOfThePlan() throws IOException {
    assertThat(names(PrometheusRules.alerts()))
        .containsExactlyInAnyOrder(
            "MuscatDown",
            "MuscatIndexStale",
            "MuscatCoverageLow",
            "MuscatFeedStale",
            "MuscatJobFailing",
            "MuscatPluginQuarantined",
            "MuscatVintageBreak",
            "MuscatRegimeConflict",
            "MuscatBrink",
            "MuscatThinMargin",
            "MuscatIndexDropFast",
            "MuscatChokepointClosed",
            "MuscatSeriesDropped",
            "MuscatConfigReloadFailed",
            "MuscatScrapeSlow");
  }

  @Test
  void shouldHaveARunbookForEachAlertAndNoOther() throws IOException {
    assertThat(files(PrometheusRules.RUNBOOKS, ".md")).isEqualTo(names(PrometheusRules.alerts()));
  }

  @Test
  void shouldSayInEachRunbookWhatItMeansAndWhatToDo() throws IOException {
    for (String alert : names(PrometheusRules.alerts())) {
      String page = Files.readString(PrometheusRules.RUNBOOKS.resolve(alert + ".md"));

      assertThat(page.lines().filter(line -> line.startsWith("#")))
          .containsExactly("# " + alert, "## Meaning", "## First look", "## Causes", "## Actions");
      assertThat(PrometheusRules.firstLook(alert)).as(alert).isNotEmpty();
    }
  }

  @Test
  void shouldTestEachAlertFiringNotFiringFlappingAndRecovering() throws IOException {
    Path tests = PrometheusRules.FOLDER.resolve("tests");

    assertThat(files(tests, TEST)).isEqualTo(names(PrometheusRules.alerts()));
    for (String alert : names(PrometheusRules.alerts())) {
      Set<String> cases = new TreeSet<>();
      for (JsonNode test : PrometheusRules.read("tests/" + alert + TEST).get("tests")) {
        cases.add(test.get("name").asText().replaceFirst(",.*", ""));
      }
      assertThat(cases).as(alert).contains("firing", "not firing", "flapping", "recovery");
    }
  }

  @Test
  void shouldTellWhoIsWokenWhatItIsAndWhereToLook() throws IOException {
    for (Rule alert : PrometheusRules.alerts()) {
      assertThat(alert.node().at("/labels/severity").asText())
          .as(alert.name())
          .isIn("critical", "warning");
      assertThat(alert.node().at("/labels/concern").asText())
          .as(alert.name())
          .isIn("theatre", "engine");
      assertThat(alert.annotation("summary")).as(alert.name()).isNotEmpty().doesNotContain("{{");
      assertThat(alert.annotation("description")).as(alert.name()).contains("{{ $labels.");
      assertThat(alert.annotation("runbook_url")).endsWith("/" + alert.name() + ".md");
      assertThat(alert.annotation("dashboard_url")).contains("/d/muscat-");
    }
  }

  @Test
  void shouldKeepWhatTurnsWithinADayInSight() throws IOException {
    List<Rule> ofTheatres =
        PrometheusRules.alerts().stream()
            .filter(alert -> alert.node().at("/labels/concern").asText().equals("theatre"))
            .toList();

    assertThat(ofTheatres).hasSize(5);
    assertThat(ofTheatres)
        .allSatisfy(
            alert -> {
              assertThat(alert.node().get("keep_firing_for").asText()).isEqualTo("1d");
              assertThat(alert.node().get("for").asText()).matches("[1-3]0m");
              assertThat(alert.expression()).contains("model!=\"demo\"");
            });
    assertThat(PrometheusRules.alerts())
        .allSatisfy(alert -> assertThat(alert.node().has("keep_firing_for")).isTrue());
  }

  @Test
  void shouldNameOnlyMetricsThatThereAre() throws IOException {
    Set<String> known = catalogue().keySet();
    Set<String> unknown = PrometheusRules.metrics(everythingWritten());

    unknown.removeAll(known);
    unknown.remove("muscat_x_");

    assertThat(known).hasSizeGreaterThan(50);
    assertThat(unknown).isEmpty();
  }

  @Test
  void shouldMatchOnlyLabelsThatTheMetricsHave() throws IOException {
    Map<String, Set<String>> catalogue = catalogue();
    List<String> wrong = new ArrayList<>();

    for (String selector : PrometheusRules.selectors(everythingWritten())) {
      Set<String> labels = PrometheusRules.labels(selector);
      labels.removeAll(catalogue.getOrDefault(selector.replaceFirst("\\{.*", ""), Set.of()));
      labels.removeAll(OF_A_SCRAPE);
      // Of a recorded series the labels are those of the metric that it records.
      if (!selector.contains(":") && !labels.isEmpty()) {
        wrong.add(selector + ": " + labels);
      }
    }

    assertThat(wrong).isEmpty();
  }

  /** All metrics of the catalogue, as queries name them, with their labels. */
  private static Map<String, Set<String>> catalogue() {
    Map<String, Set<String>> all = new TreeMap<>();
    for (MetricFamily family : MetricFamily.all()) {
      Set<String> labels = new TreeSet<>(family.labels());
      switch (family.type()) {
        case STATE_SET -> labels.add(family.series());
        case HISTOGRAM -> labels.add("le");
        default -> {}
      }
      for (String end : List.of("", "_bucket", "_count", "_sum", "_max")) {
        boolean isOne =
            switch (family.type()) {
              case HISTOGRAM -> List.of("_bucket", "_count", "_sum").contains(end);
              case SUMMARY -> List.of("_count", "_sum", "_max").contains(end);
              default -> end.isEmpty();
            };
        if (isOne) {
          all.put(family.series() + end, labels);
        }
      }
    }
    return all;
  }

  @Test
  void shouldReadOnlyWhatIsRecordedAndDocumentAllOfIt() throws IOException {
    Set<String> recorded = names(PrometheusRules.recordings());

    assertThat(recorded).containsAll(PrometheusRules.recorded(everythingWritten()));
    assertThat(PrometheusRules.recorded(Files.readString(DOCS.resolve("alerts.md"))))
        .isEqualTo(recorded);
  }

  @Test
  void shouldDocumentTheTimesOfEachAlert() throws IOException {
    String page = Files.readString(DOCS.resolve("alerts.md"));

    for (Rule alert : PrometheusRules.alerts()) {
      String row =
          "| [%s](runbooks/%s.md) | %s | %s | %s |"
              .formatted(
                  alert.name(),
                  alert.name(),
                  alert.node().at("/labels/severity").asText(),
                  alert.node().path("for").asText("0"),
                  alert.node().get("keep_firing_for").asText());
      assertThat(page).contains(row);
    }
  }

  /** All rules, and what the runbooks ask. */
  private static String everythingWritten() throws IOException {
    StringBuilder all = new StringBuilder();
    PrometheusRules.recordings().forEach(rule -> all.append(rule.expression()).append('\n'));
    PrometheusRules.alerts().forEach(rule -> all.append(rule.node()).append('\n'));
    for (String alert : names(PrometheusRules.alerts())) {
      PrometheusRules.firstLook(alert).forEach(line -> all.append(line).append('\n'));
    }
    return all.toString();
  }

  private static Set<String> names(List<Rule> rules) {
    return rules.stream().map(Rule::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .map(name -> name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
