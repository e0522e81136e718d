package org.muscat.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;

/** New models while Muscat runs. */
@Timeout(120)
class ReloadTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String EAST = "  - {id: east, title: The east, bind: {place: north}}\n";

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Home home;
  private Running server;

  @BeforeEach
  void start() throws IOException {
    home = Home.in(folder).options("heartbeat: PT0.5S\n");
    Session session = home.open();
    Instant from = Instant.now().minus(Duration.ofDays(3));
    Home.points(session.store(), "test/one", from, 10, 10, 10);
    for (String series : List.of("test/two", "test/three", "test/north", "test/south")) {
      Home.points(session.store(), series, from, 60, 60, 60);
    }
    server = Running.start(session, Clock.systemUTC()).ready();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldAddATheatre() throws IOException {
    home.model("test", Home.MODEL.replace("pillars:\n", EAST + "pillars:\n"));

    HttpResponse<String> answer = reload();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("theatres").get("added")).hasToString("[\"east\"]");
    assertThat(json(answer).get("theatres").get("changed")).hasToString("[\"north\",\"south\"]");
    assertThat(theatres()).containsExactly("north", "south", "east");
    assertThat(server.get("/metrics").body()).contains("theatre=\"east\"");
  }

  @Test
  void shouldForgetATheatreThatIsGone() throws IOException {
    home.model("test", Home.MODEL.replace("  - {id: south, bind: {place: south}}\n", ""));

    HttpResponse<String> answer = reload();

    assertThat(json(answer).get("theatres").get("removed")).hasToString("[\"south\"]");
    assertThat(theatres()).containsExactly("north");
    assertThat(server.get("/api/v1/theatres/south/index").statusCode()).isEqualTo(404);
    assertThat(server.get("/metrics").body()).doesNotContain("theatre=\"south\"");
  }

  @Test
  void shouldScoreWithAnotherWeight() throws IOException {
    double before = stability();
    home.model("test", Home.MODEL.replace("one: {indicator", "one: {weight: 9, indicator"));

    assertThat(reload().statusCode()).isEqualTo(200);

    assertThat(stability()).isGreaterThan(before + 1);
  }

  @Test
  void shouldGoOnWithTheOldModelWhenTheNewOneIsBroken() throws IOException {
    double before = stability();
    home.model("test", Home.MODEL.replace("weight: 2", "wait: 2"));

    HttpResponse<String> answer = reload();

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = json(answer).get("problems").get(0);
    assertThat(problem.get("file").asText()).endsWith("test.yaml");
    assertThat(problem.get("line").asInt()).isEqualTo(15);
    assertThat(problem.get("message").asText()).startsWith("unknown option 'wait'");
    assertThat(server.get("/metrics").body()).contains("muscat_config_last_reload_successful 0.0");
    assertThat(logs.errors()).anyMatch(line -> line.contains("new configuration refused"));
    String asOf = asOf();
    await().atMost(PATIENCE).until(() -> !asOf().equals(asOf));
    assertThat(stability()).isEqualTo(before);
  }

  @Test
  void shouldTellOfSuccessAgainAfterARepair() throws IOException {
    home.model("test", "model: [");
    assertThat(reload().statusCode()).isEqualTo(422);
    home.model("test", Home.MODEL);

    assertThat(reload().statusCode()).isEqualTo(200);

    String page = server.get("/metrics").body();
    assertThat(page).contains("muscat_config_last_reload_successful 1.0");
    assertThat(page).contains("muscat_config_last_reload_success_timestamp_seconds 1.");
  }

  @Test
  void shouldSayWhatNeedsARestart() throws IOException {
    home.options("heartbeat: PT0.5S\nlisten: {port: 1}\nplugins: {on-reject: fail}\n");
    home.config();

    HttpResponse<String> answer = reload();

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("problems").findValuesAsText("path"))
        .containsExactly("listen", "plugins");
    assertThat(answer.body()).contains("'listen' cannot change while Muscat runs; restart Muscat");
  }

  @Test
  void shouldTickAtAnotherHeartbeat() throws IOException {
    home.options("heartbeat: PT1H\n");
    home.config();
    assertThat(reload().statusCode()).isEqualTo(200);
    home.options("heartbeat: PT0.2S\n");
    home.config();
    assertThat(reload().statusCode()).isEqualTo(200);

    String asOf = asOf();

    await().atMost(PATIENCE).until(() -> !asOf().equals(asOf));
  }

  @Test
  void shouldNoticeByItselfThatAFileIsAnother() throws IOException {
    home.model("more", Home.MODEL.replace("model: test", "model: more").replace("id: ", "id: x"));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(theatres())
                    .containsExactlyInAnyOrder("north", "south", "xnorth", "xsouth"));

    Files.delete(home.models().resolve("more.yaml"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(theatres()).containsExactly("north", "south"));
  }

  @Test
  void shouldNeverShowAMixture() throws Exception {
    String other = Home.MODEL.replace("model: test", "model: other").replace("{id: ", "{id: x");
    Set<String> seen = new ConcurrentSkipListSet<>();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(3);
    List<Future<?>> reading = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      reading.add(
          readers.submit(
              () -> {
                while (!done.get()) {
                  seen.add(server.get("/api/v1/theatres").body().replaceAll("\"asOf.*?}", ""));
                  seen.add(String.join(" ", models(server.get("/metrics").body())));
                }
              }));
    }

    for (int i = 0; i < 6; i++) {
      home.model("test", i % 2 == 0 ? other : Home.MODEL);
      assertThat(reload().statusCode()).isEqualTo(200);
    }
    done.set(true);
    finish(reading);
    readers.shutdown();

    assertThat(seen).hasSize(4);
    assertThat(seen).contains("test/north test/south", "other/xnorth other/xsouth");
  }

  @Test
  void shouldRefuseAPageOfAnotherOrigin() {
    assertThat(server.send("POST", "/-/reload", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(server.send("POST", "/-/reload", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(server.send("POST", "/-/reload", "Origin", server.url()).statusCode())
        .isEqualTo(200);
    assertThat(server.get("/-/reload").statusCode()).isEqualTo(405);
  }

  private static void finish(List<Future<?>> futures)
      throws InterruptedException, ExecutionException {
    for (Future<?> future : futures) {
      future.get();
    }
  }

  /** Model and theatre of each coverage on a page of metrics. */
  private static List<String> models(String page) {
    return page.lines()
        .filter(line -> line.startsWith("muscat_index_coverage_ratio{"))
        .map(line -> line.replaceAll(".*model=\"(.*?)\".*theatre=\"(.*?)\".*", "$1/$2"))
        .sorted()
        .toList();
  }

  private HttpResponse<String> reload() {
    return server.send("POST", "/-/reload");
  }

  private List<String> theatres() throws IOException {
    return json(server.get("/api/v1/theatres")).findValuesAsText("id");
  }

  private double stability() throws IOException {
    return json(server.get("/api/v1/theatres")).get(0).get("stability").asDouble();
  }

  private String asOf() throws IOException {
    return json(server.get("/api/v1/theatres")).get(0).get("asOf").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
