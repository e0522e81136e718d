package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Alertmanager with the example leaves unsaid what something worse says, and no more. */
@Tag("gates")
class InhibitionGateTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final ArrayNode alerts = JSON.createArrayNode();
  private MonitoringProcess alertmanager;

  @BeforeEach
  void start() throws IOException {
    alertmanager =
        MonitoringProcess.alertmanager(
            folder, PrometheusRules.FOLDER.resolve("alertmanager.yml").toAbsolutePath());
  }

  @AfterEach
  void stop() {
    alertmanager.close();
  }

  @Test
  void shouldLeaveTheOtherAlertsOfAMuscatThatIsDownUnsaidButNotThoseOfTheWorld()
      throws IOException, InterruptedException {
    engine("MuscatDown", "critical");
    engine("MuscatFeedStale", "warning");
    theatre("MuscatRegimeConflict", "critical", "hormuz");
    theatre("MuscatChokepointClosed", "critical", "hormuz");

    assertThat(unsaid(1)).containsExactly("MuscatFeedStale");
  }

  @Test
  void shouldSayTheCriticalOfATheatreAndTheWarningOfAnother()
      throws IOException, InterruptedException {
    theatre("MuscatRegimeConflict", "critical", "hormuz");
    theatre("MuscatBrink", "critical", "hormuz");
    theatre("MuscatThinMargin", "warning", "hormuz");
    theatre("MuscatThinMargin", "warning", "suez");
    theatre("MuscatIndexDropFast", "critical", "hormuz");

    assertThat(unsaid(1)).containsExactly("MuscatThinMargin hormuz");
  }

  @Test
  void shouldSayBrinkEvenWhileAConflictIsKept() throws IOException, InterruptedException {
    theatre("MuscatRegimeConflict", "critical", "hormuz");
    theatre("MuscatBrink", "critical", "hormuz");
    theatre("MuscatThinMargin", "warning", "hormuz");

    assertThat(unsaid(1)).doesNotContain("MuscatBrink hormuz");
  }

  private void engine(String name, String severity) {
    alert(name, severity, "engine");
  }

  private void theatre(String name, String severity, String theatre) {
    alert(name, severity, "theatre").put("model", "gulf").put("theatre", theatre);
  }

  private ObjectNode alert(String name, String severity, String concern) {
    return alerts
        .addObject()
        .putObject("labels")
        .put("alertname", name)
        .put("severity", severity)
        .put("concern", concern)
        .put("job", "muscat")
        .put("instance", "muscat:8080");
  }

  /** Tells all alerts and waits until at least so many are inhibited; gives those. */
  private Set<String> unsaid(int atLeast) throws IOException, InterruptedException {
    assertThat(alertmanager.post("/api/v2/alerts", alerts)).isEqualTo(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> told().size() == alerts.size() && inhibited().size() >= atLeast);
    return inhibited();
  }

  private Set<String> inhibited() throws IOException, InterruptedException {
    Set<String> inhibited = new TreeSet<>();
    for (JsonNode alert : told()) {
      if (!alert.at("/status/inhibitedBy").isEmpty()) {
        JsonNode labels = alert.get("labels");
        String theatre = labels.path("theatre").asText();
        inhibited.add((labels.get("alertname").asText() + " " + theatre).strip());
      }
    }
    return inhibited;
  }

  private JsonNode told() throws IOException, InterruptedException {
    return alertmanager.json("/api/v2/alerts");
  }
}
