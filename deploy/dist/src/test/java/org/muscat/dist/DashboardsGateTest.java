package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.dist.GrafanaDashboards.Question;

/**
 * A real Prometheus that scrapes a Muscat is asked all that the panels, variables and annotations
 * of the dashboards ask.
 */
@Tag("gates")
class DashboardsGateTest {

  /** What a demo that is well does not have, and why. */
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
