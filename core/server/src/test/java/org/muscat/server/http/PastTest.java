package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;

/** What was said and what happened before. */
class PastTest {

  private static final String T = "/api/v1/theatres/north/";
  private static final String COMPUTED = "&to=2025-02-10T00:00:00Z";

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;

  @BeforeAll
  static void start() throws IOException {
    server = ContractHome.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldTellWhatWasPublishedAfterTheDaysThatWereComputed() throws IOException {
    JsonNode points = json(server.get(T + "history"));

    assertThat(points).hasSize(42);
    assertThat(points.get(0).get("asOf").asText()).isEqualTo("2025-01-01T00:00:00Z");
    assertThat(points.findValuesAsText("asOf")).isSorted().doesNotHaveDuplicates();
    assertThat(points.get(40).get("origin").asText()).isEqualTo("computed");
    JsonNode last = points.get(41);
    JsonNode index = json(server.get(T + "index"));
    assertThat(last.get("origin").asText()).isEqualTo("published");
    assertThat(last.get("asOf").asText()).isEqualTo(ContractHome.NOW.toString());
    assertThat(last.get("stability")).isEqualTo(index.at("/stability/value"));
    assertThat(last.get("lower")).isEqualTo(index.at("/stability/lower"));
    assertThat(last.get("upper")).isEqualTo(index.at("/stability/upper"));
    assertThat(last.get("coverage")).isEqualTo(index.get("coverage"));
    assertThat(last.get("regime")).isEqualTo(index.at("/regime/regime"));
    JsonNode day = json(server.get(T + "index?asOf=2025-01-25T00:00:00Z"));
    JsonNode computed = points.get(24);
    assertThat(computed.get("stability")).isEqualTo(day.at("/stability/value"));
    assertThat(computed.get("coverage")).isEqualTo(day.get("coverage"));
    assertThat(computed.get("regime")).isEqualTo(day.at("/regime/regime"));
  }

  @Test
  void shouldTellTheLastOfEachStep() throws IOException {
    JsonNode days = json(server.get(T + "history?step=P1D"));

    // Of the last day what was published at noon, and not what was computed of its beginning.
    assertThat(days).hasSize(41);
    assertThat(days.get(40).get("origin").asText()).isEqualTo("published");
  }

  @Test
  void shouldTellAllPointsPageByPage() throws IOException {
    assertThat(pages(T + "history?limit=5")).isEqualTo(list(json(server.get(T + "history"))));
    assertThat(pages(T + "history?limit=7&step=P1D"))
        .isEqualTo(list(json(server.get(T + "history?step=P1D"))));
  }

  @Test
  void shouldTellNothingOfTheOtherTheatresPast() throws IOException {
    assertThat(json(server.get("/api/v1/theatres/south/history"))).hasSize(1);
  }

  @Test
  void shouldSendAFileToKeep() {
    HttpResponse<String> csv = server.get(T + "history?format=csv");
    HttpResponse<String> open = server.get(T + "history?format=openmetrics");

    assertThat(csv.headers().firstValue("content-disposition"))
        .contains("attachment; filename=\"north-history.csv\"");
    assertThat(csv.body().lines()).hasSize(43);
    assertThat(csv.body())
        .startsWith(
            "as_of,model,theatre,status,stability,lower,upper,coverage,regime,origin\n"
                + "2025-01-01T00:00:00Z,test,north,scored,");
    assertThat(open.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/openmetrics-text");
    assertThat(open.body())
        .contains("# TYPE muscat_stability_ratio gauge\n")
        .containsPattern(
            "muscat_stability_ratio\\{model=\"test\",theatre=\"north\"} 0\\.[0-9]+ 1739188800\n")
        .endsWith("# EOF\n");
  }

  @Test
  void shouldSendWhatTheCallerAccepts() {
    HttpResponse<String> csv = server.get(T + "history", "Accept", "text/html, text/csv;q=0.8");

    assertThat(csv.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.headers().firstValue("content-disposition")).isEmpty();
    assertThat(server.get(T + "history", "Accept", "*/*").body()).startsWith("[{");
  }

  @Test
  void shouldTellWhatTheIndicatorsSaidOnEachDay() throws IOException {
    JsonNode days =
        json(server.get(T + "readings?from=2025-01-10T01:00:00Z&to=2025-01-13T23:00:00Z"));

    assertThat(days.findValuesAsText("asOf"))
        .containsExactly("2025-01-11T00:00:00Z", "2025-01-12T00:00:00Z", "2025-01-13T00:00:00Z");
    JsonNode index = json(server.get(T + "index?asOf=2025-01-12T00:00:00Z"));
    JsonNode one = index.at("/pillars/0/indicators/0");
    JsonNode told = days.at("/1/readings/0");
    assertThat(told.get("id")).isEqualTo(one.get("id"));
    assertThat(told.get("pillar").asText()).isEqualTo("first");
    for (String field : List.of("value", "risk", "quality", "held", "contribution", "observedAt")) {
      assertThat(told.get(field)).as(field).isEqualTo(one.get(field));
    }
  }

  @Test
  void shouldTellAllDaysPageByPage() throws IOException {
    String all = T + "readings?from=2025-01-01T00:00:00Z" + COMPUTED;

    assertThat(json(server.get(all))).hasSize(41);
    assertThat(pages(all + "&limit=8")).isEqualTo(list(json(server.get(all))));
    assertThat(json(server.get(T + "readings?from=2025-01-10T01:00:00Z&to=2025-01-10T02:00:00Z")))
        .isEmpty();
  }

  @Test
  void shouldTellTheEventsThatTheIndicatorsRead() throws IOException {
    JsonNode events = json(server.get(T + "events"));

    assertThat(events.findValuesAsText("key")).containsExactly("e1", "e2", "e3", "e4");
    assertThat(events.at("/0/attributes/summary").asText()).isEqualTo("talks in Muscat");
    assertThat(events.at("/0/type").asText()).isEqualTo("talks");
    assertThat(json(server.get(T + "events?from=2025-01-11T00:00:00Z"))).isEmpty();
  }

  @Test
  void shouldTellAllEventsPageByPageAlsoOfOneMoment() throws IOException {
    for (int limit = 1; limit < 4; limit++) {
      assertThat(pages(T + "events?limit=" + limit))
          .isEqualTo(list(json(server.get(T + "events"))));
    }
  }

  private static List<JsonNode> pages(String path) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    while (next.isPresent()) {
      HttpResponse<String> page = server.get(next.get());
      all.addAll(list(json(page)));
      next =
          page.headers()
              .firstValue("link")
              .map(link -> link.replaceFirst("<(.*)>; rel=\"next\"", "$1"));
    }
    return all;
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
