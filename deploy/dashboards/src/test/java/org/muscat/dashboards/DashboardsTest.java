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

/** The committed files are what the code writes, and lead to what there is. */
class DashboardsTest {

  private static final Pattern DASHBOARD = Pattern.compile("/d/([a-z-]+)([^\"\\s]*)");
  private static final Pattern CHOICE = Pattern.compile("[?&]var-(\\w+)=");
  private static final Pattern RUNBOOK = Pattern.compile("\\$\\{runbooks}/(\\w+)\\.md");

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
