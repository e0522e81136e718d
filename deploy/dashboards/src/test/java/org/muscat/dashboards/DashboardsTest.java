package org.muscat.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muscat.server.metrics.IndexMetric;

/** The committed files are what the code writes, and lead to what there is. */
class DashboardsTest {

  private static final Pattern DASHBOARD = Pattern.compile("/d/([a-z-]+)([^\"\\s]*)");
  private static final Pattern CHOICE = Pattern.compile("[?&]var-(\\w+)=");
  private static final Pattern RUNBOOK = Pattern.compile("\\$\\{runbooks}/(\\w+)\\.md");

  private static final String ALARM = "/fieldConfig/defaults/thresholds/steps/1/color";
  private static final String UNSCRAPED = "or Muscat was not scraped";

  private static final Set<IndexMetric> SMALLER_IS_WORSE =
      Set.of(
          IndexMetric.STABILITY,
          IndexMetric.STABILITY_LOWER,
          IndexMetric.TARGET,
          IndexMetric.DYNAMIC_STABILITY,
          IndexMetric.PILLAR_STABILITY,
          IndexMetric.MARGIN,
          IndexMetric.COVERAGE,
          IndexMetric.PILLAR_COVERAGE,
          IndexMetric.AS_OF,
          IndexMetric.STRUCTURAL_FACTOR);

  private static final Set<IndexMetric> LARGER_IS_WORSE =
      Set.of(
          IndexMetric.STABILITY_UPPER,
          IndexMetric.RISK,
          IndexMetric.CONTRIBUTION,
          IndexMetric.OPACITY);

  @Test
  void shouldBeCurrent() throws IOException {
    Map<String, String> committed = new TreeMap<>();

    try (Stream<Path> files = Files.list(Written.DEPLOY.resolve("grafana"))) {
      for (Path file : files.toList()) {
        committed.put(file.getFileName().toString(), Files.readString(file));
      }
    }

    assertThat(committed)
        .as("run deploy/dashboards/write and commit deploy/grafana")
        .isEqualTo(Written.texts());
  }

  @Test
  void shouldLeadToDashboardsAndChoicesThatThereAre() throws IOException {
    for (String text : Written.texts().values()) {
      assertDashboardLinks(text);
    }
  }

  @Test
  void shouldBeWhereTheAlertsLead() throws IOException {
    assertDashboardLinks(
        Files.readString(Written.DEPLOY.resolve("prometheus/muscat-alerts.rules.yml")));
  }

  @Test
  void shouldLeadToRunbooksThatThereAre() throws IOException {
    Set<String> runbooks = new TreeSet<>();

    for (String text : Written.texts().values()) {
      RUNBOOK.matcher(text).results().forEach(runbook -> runbooks.add(runbook.group(1)));
    }

    assertThat(runbooks)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            name ->
                assertThat(Written.ROOT.resolve("docs/runbooks").resolve(name + ".md")).exists());
  }

  @Test
  void shouldNameTheSameHostOfRunbooksAsTheAlerts() throws IOException {
    String alerts = Files.readString(Written.DEPLOY.resolve("prometheus/muscat-alerts.rules.yml"));

    for (JsonNode dashboard : Written.all()) {
      String runbooks = variables(dashboard).get("runbooks").get("query").asText();
      assertThat(alerts).contains("runbook_url: " + runbooks + "/MuscatDown.md");
    }
  }

  @Test
  void shouldTellTheDemoByAColourThatNothingElseHas() throws IOException {
    Pattern magenta = Pattern.compile("\"color\" : \"#d6249f\"");
    Pattern demo = Pattern.compile("\"text\" : \"(?:DEMO: [^\"]*|demo)\",\\s*" + magenta.pattern());

    for (String uid : Set.of(Common.OVERVIEW, Common.THEATRE)) {
      String text = Written.texts().get(uid + ".json");

      assertThat(demo.matcher(text).results()).hasSize(1);
      assertThat(magenta.matcher(text).results()).hasSize(1);
    }
  }

  @Test
  void shouldTakeTheWorseOfSeveralProcesses() throws IOException {
    String texts = String.join("\n", Written.texts().values());
    Pattern aggregated =
        Pattern.compile("(min|max) by \\([^)]*\\) \\((?:last_over_time\\()?(\\w+)");
    Map<String, Set<String>> taken = new TreeMap<>();

    for (MatchResult one : aggregated.matcher(texts).results().toList()) {
      taken.computeIfAbsent(one.group(2), series -> new TreeSet<>()).add(one.group(1));
    }

    for (IndexMetric smaller : SMALLER_IS_WORSE) {
      assertThat(taken).containsEntry(smaller.series(), Set.of("min"));
    }
    for (IndexMetric larger : LARGER_IS_WORSE) {
      assertThat(taken).containsEntry(larger.series(), Set.of("max"));
    }
  }

  @Test
  void shouldNameTheTheatresThatHaveNoScore() throws IOException {
    JsonNode refused = panel(Common.OVERVIEW, "Without a score");

    assertThat(refused.at("/targets/0/expr").asText())
        .contains("muscat_index_status=\"refused\"")
        .endsWith(" == 1");
    assertThat(refused.at("/targets/0/legendFormat").asText()).contains("{{theatre}}");
    assertThat(refused.at("/fieldConfig/defaults/thresholds/steps/1/value").asInt()).isEqualTo(1);
    assertThat(refused.at(ALARM)).isEqualTo(panel(Common.ENGINE, "Stuck threads").at(ALARM));
  }

  @Test
  void shouldShowTheProcessesOfMuscatAndNoOtherTargets() throws IOException {
    Map<String, JsonNode> variables = variables(Written.dashboard(Common.ENGINE));

    assertThat(variables.get("job").at("/current/value").asText()).isEqualTo("muscat");
    assertThat(variables.get("job").has("allValue")).isFalse();
    assertThat(variables.get("instance").has("allValue")).isFalse();
    assertThat(variables.get("feed").get("allValue").asText()).isEqualTo(".+");
  }

  @Test
  void shouldNotCallCalmWhatWasNotScraped() throws IOException {
    assertThat(absence(Common.THEATRE, "Freshness of the indicators")).endsWith(UNSCRAPED);
    assertThat(absence(Common.ENGINE, "Failed fetches")).endsWith(UNSCRAPED);
    assertThat(absence(Common.ENGINE, "Sources that told their past anew")).endsWith(UNSCRAPED);
    assertThat(absence(Common.OVERVIEW, "Without a score")).endsWith(UNSCRAPED);
  }

  private static String absence(String uid, String title) throws IOException {
    return panel(uid, title).at("/fieldConfig/defaults/noValue").asText();
  }

  private static JsonNode panel(String uid, String title) throws IOException {
    return Written.panels(Written.dashboard(uid)).stream()
        .filter(panel -> panel.get("title").asText().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shouldNameAColumnTheSameWhenNoOtherTargetAnswers() throws IOException {
    JsonNode broken =
        Written.panels(Written.dashboard(Common.ENGINE)).stream()
            .filter(panel -> panel.get("title").asText().startsWith("Sources that told"))
            .findFirst()
            .orElseThrow();

    JsonNode names = broken.at("/transformations/1/options/renameByName");

    assertThat(names.get("Value #A").asText()).isEqualTo("Seen at");
    assertThat(names.get("Value").asText()).isEqualTo("Seen at");
  }

  private static void assertDashboardLinks(String text) throws IOException {
    Set<MatchResult> links = DASHBOARD.matcher(text).results().collect(Collectors.toSet());
    assertThat(links).isNotEmpty();
    for (MatchResult link : links) {
      JsonNode dashboard = Written.dashboard(link.group(1));
      Set<String> chosen = new TreeSet<>();
      CHOICE.matcher(link.group(2)).results().forEach(choice -> chosen.add(choice.group(1)));
      assertThat(variables(dashboard).keySet()).as(link.group()).containsAll(chosen);
    }
  }

  private static Map<String, JsonNode> variables(JsonNode dashboard) {
    Map<String, JsonNode> variables = new TreeMap<>();
    dashboard
        .at("/templating/list")
        .forEach(variable -> variables.put(variable.get("name").asText(), variable));
    return variables;
  }
}
