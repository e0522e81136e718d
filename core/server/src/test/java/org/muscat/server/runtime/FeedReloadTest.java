package org.muscat.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.TestPluginJar;

/** New feeds and indicators while Muscat runs: they are tried first. */
@Timeout(120)
class FeedReloadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BRITTLE =
      """
      package acme;
      import java.time.*;
      import java.util.*;
      import org.muscat.spi.*;
      public final class Brittle implements MuscatPlugin {
        public record Config() {}
        public PluginDescriptor descriptor() {
          return PluginDescriptor.of(
              "brittle", "Brittle", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
        }
        public List<IndicatorProvider<?>> indicators() {
          return List.of(new Provider());
        }
        static final class Provider implements IndicatorProvider<Config> {
          public IndicatorDescriptor descriptor() {
            return IndicatorDescriptor.of(
                "brittle", "Brittle", Role.PILLAR, "ratio", Scale.linear(0, 0, 1, 100),
                new Uncertainty(1, 10, Duration.ofDays(1), Duration.ofDays(9)), "none");
          }
          public Class<Config> configType() { return Config.class; }
          public Inputs inputs(Config config) {
            return Inputs.none().with("test/one", Duration.ofDays(9));
          }
          public Indicator create(Config config) {
            return known -> Measured.of(known.series("test/one").lastValue(), known.asOf());
          }
        }
      }
      """;

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Home home;
  private Path first;
  private Session session;
  private Running server;

  @BeforeEach
  void start() throws IOException {
    home = Home.in(folder);
    Files.write(
        home.plugins().resolve("brittle.jar"), TestPluginJar.compile("acme.Brittle", BRITTLE));
    first = home.feed("test/one,2025-01-01T00:00:00Z,1");
    session = home.open();
    server = Running.start(session, Clock.systemUTC()).ready();
    await().atMost(PATIENCE).until(() -> feed("drop").get("stored").asLong() == 1);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldFetchAtOnceWithAnotherOption() throws IOException {
    feeds(
        drop(
            lines("second", "test/one,2025-01-01T00:00:00Z,1", "test/two,2025-01-01T00:00:00Z,2")));

    HttpResponse<String> answer = reload();

    assertThat(json(answer).get("feeds").get("changed")).hasToString("[\"drop\"]");
    await().atMost(PATIENCE).until(() -> feed("drop").get("newest").has("test/two"));
    assertThat(logs.warnings()).isEmpty();
  }

  @Test
  void shouldFetchANewFeedAtOnceAndLeaveTheOtherAlone() throws IOException {
    JsonNode before = feed("drop");
    feeds(drop(first), other(lines("second", "test/two,2025-01-01T00:00:00Z,2")));

    HttpResponse<String> answer = reload();

    assertThat(json(answer).get("feeds").get("added")).hasToString("[\"other\"]");
    await().atMost(PATIENCE).until(() -> feed("other").get("stored").asLong() == 1);
    assertThat(feed("drop")).isEqualTo(before);
  }

  @Test
  void shouldHaveTakenTheConfigurationThoughTheScheduleFailsAfterwards() throws Exception {
    try (Connection connection = session.store().schedule().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE scheduled_tasks");
    }
    feeds(drop(first), other(lines("second", "test/two,2025-01-01T00:00:00Z,2")));

    assertThat(reload().statusCode()).isEqualTo(200);

    assertThat(feed("other").get("feed").asText()).isEqualTo("other");
    assertThat(logs.warnings())
        .anyMatch(line -> line.contains("new feeds wait until they are due"));
    HttpResponse<String> again = reload();
    assertThat(json(again).get("feeds").get("added")).isEmpty();
  }

  @Test
  void shouldForgetAFeedThatIsGone() throws IOException {
    home.options("");
    home.config();

    HttpResponse<String> answer = reload();

    assertThat(json(answer).get("feeds").get("removed")).hasToString("[\"drop\"]");
    assertThat(server.get("/api/v1/feeds").body()).isEqualTo("[]");
    assertThat(server.get("/metrics").body()).doesNotContain("feed=\"drop\"");
  }

  @Test
  void shouldNotWaitForTheEndOfAFeedThatAlwaysHasMore() throws IOException {
    feeds(
        drop(
            lines(
                "second",
                "test/one,2025-01-01T00:00:00Z,1",
                "test/two,2025-01-01T00:00:00Z,2",
                "more")));
    assertThat(reload().statusCode()).isEqualTo(200);
    // What came is shown although the feed has no end.
    await()
        .atMost(PATIENCE.multipliedBy(2))
        .until(() -> feed("drop").get("newest").has("test/two"));
    assertThat(feed("drop").get("lastFetch").get("endedAt").asText()).isNotEmpty();
    home.options("");
    home.config();

    HttpResponse<String> answer = assertTimeoutPreemptively(PATIENCE, this::reload);

    assertThat(json(answer).get("feeds").get("removed")).hasToString("[\"drop\"]");
  }

  @Test
  void shouldTakeNothingWhenANewFeedFails() throws IOException {
    JsonNode before = feed("drop");
    home.model("test", Home.MODEL.replace("{id: ", "{id: x"));
    feeds(drop(lines("second", "test/one,2025-01-01T00:00:00Z,1", "fail")));

    HttpResponse<String> answer = reload();

    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = json(answer).get("problems").get(0);
    assertThat(problem.get("code").asText()).isEqualTo("P302");
    assertThat(problem.get("line").asInt()).isEqualTo(3);
    assertThat(problem.get("message").asText())
        .isEqualTo("feed 'drop' was asked once, and failed: BAD_DATA: failed: line 2");
    assertThat(feed("drop")).isEqualTo(before);
    assertThat(json(server.get("/api/v1/theatres")).findValuesAsText("id"))
        .containsExactly("north", "south");
    assertThat(openFeedThreads()).isEqualTo(1);
  }

  @Test
  void shouldTakeNothingWhenANewIndicatorFails() throws IOException {
    home.model(
        "test",
        Home.MODEL.replace(
            "four: {indicator: last-value, config: {series: \"test/${place}\"}}",
            "four: {indicator: brittle}"));

    HttpResponse<String> answer = reload();

    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = json(answer).get("problems").get(0);
    assertThat(problem.get("code").asText()).isEqualTo("P302");
    assertThat(problem.get("file").asText()).endsWith("test.yaml");
    assertThat(problem.get("line").asInt()).isEqualTo(16);
    assertThat(problem.get("path").asText()).isEqualTo("pillars.second.indicators.four");
    assertThat(problem.get("message").asText())
        .startsWith("indicator 'brittle' was read while nothing is known, and failed: ");
  }

  /** Neither may be called, so neither is tried; the rest of the configuration is taken. */
  @Test
  void shouldNotCallWhatIsInQuarantine() throws IOException {
    session.plugins().quarantine("brittle", "a test");
    session.plugins().quarantine("acme", "a test");
    home.model(
        "test",
        Home.MODEL.replace(
            "four: {indicator: last-value, config: {series: \"test/${place}\"}}",
            "four: {indicator: brittle}"));
    feeds(drop(lines("second", "test/one,2025-01-01T00:00:00Z,1", "fail")));

    HttpResponse<String> answer = reload();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).get("warnings").findValuesAsText("message"))
        .containsExactly(
            "indicator 'brittle' was not tried: not called: quarantined by an operator: a test",
            "feed 'drop' was not tried: not called: quarantined by an operator: a test");
  }

  @Test
  void shouldTellAllProblemsOfModelsAndFeedsAtOnce() throws IOException {
    home.model("test", Home.MODEL.replace("weight: 2", "wait: 2"));
    home.options("feeds: [{feed: lanes}]\n");
    home.config();

    HttpResponse<String> answer = reload();

    assertThat(json(answer).get("problems").findValuesAsText("message"))
        .anyMatch(message -> message.startsWith("unknown option 'wait'"))
        .anyMatch(message -> message.startsWith("no loaded plugin offers a feed 'lanes'"));
  }

  private static long openFeedThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("feed-drop"))
        .count();
  }

  private Path lines(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name + ".csv"), String.join("\n", lines));
  }

  private static String drop(Path file) {
    return "  - {id: drop, feed: lines, every: PT1H, source: acme, config: {path: \""
        + file
        + "\"}}\n";
  }

  private static String other(Path file) {
    return drop(file).replace("id: drop", "id: other");
  }

  private void feeds(String... feeds) throws IOException {
    home.options("feeds:\n" + String.join("", feeds));
    home.config();
  }

  private HttpResponse<String> reload() {
    return server.send("POST", "/-/reload");
  }

  private JsonNode feed(String id) throws IOException {
    for (JsonNode feed : json(server.get("/api/v1/feeds"))) {
      if (feed.get("feed").asText().equals(id)) {
        return feed;
      }
    }
    return JSON.createObjectNode().put("stored", -1).set("newest", JSON.createObjectNode());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
