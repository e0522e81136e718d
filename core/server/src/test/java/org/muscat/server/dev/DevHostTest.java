package org.muscat.server.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DevHostTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private Project project;
  private DevHost host;

  @BeforeEach
  void start() throws IOException {
    project = Project.in(folder, 30);
    host = DevHost.start(project.settings(), said::add);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void shouldScoreAPluginThatWasNeverBuilt() throws IOException {
    await().atMost(PATIENCE).until(() -> risk() == 30);

    JsonNode dev = get("/api/v1/dev");
    assertThat(dev.get("dev").asBoolean()).isTrue();
    assertThat(dev.get("problems")).isEmpty();
    assertThat(get("/api/v1/theatres").at("/0/title").asText()).isEqualTo("A gauge (DEV)");
  }

  @Test
  void shouldScoreWithWhatTheSourceSaysNow() throws IOException {
    await().atMost(PATIENCE).until(() -> risk() == 30);
    String url = host.url();

    project.reads("return Measured.of(60, known.asOf());");

    await().atMost(PATIENCE).until(() -> risk() == 60);
    assertThat(host.url()).isEqualTo(url);
    assertThat(said).anyMatch(line -> line.startsWith("loaded again in "));
  }

  @Test
  void shouldTellWhereASourceCannotBeCompiledAndGoOnWithThePluginBefore() throws IOException {
    project.reads("return Measured.of(sixty, known.asOf());");

    String problem = awaitProblem("COMPILE");

    assertThat(problem).contains("sixty", "(GaugePlugin.java:" + project.line("sixty") + ")");
    assertThat(said).anyMatch(line -> line.startsWith("COMPILE: ") && line.contains("sixty"));
    await().atMost(PATIENCE).until(() -> risk() == 30);
  }

  @Test
  void shouldTellWhereAnIndicatorThrows() throws IOException {
    project.reads("throw new IllegalStateException(\"no scale\");");

    String problem = awaitProblem("P406");

    assertThat(problem)
        .startsWith("indicator 'gauge' failed: java.lang.IllegalStateException: no scale")
        .endsWith("(GaugePlugin.java:" + project.line("no scale") + ")");
    await().atMost(PATIENCE).until(() -> said.stream().anyMatch(line -> line.contains(problem)));
  }

  @Test
  void shouldServeWhyAPluginCannotBeLoadedUntilItCan() throws IOException {
    project.constructor("if (true) throw new IllegalStateException(\"no licence key\");");

    String problem = awaitProblem("P111");

    assertThat(problem)
        .isEqualTo(
            "java.lang.IllegalStateException: no licence key (GaugePlugin.java:%d)"
                .formatted(project.line("no licence key")));
    assertThat(get("/api/v1/theatres")).isEmpty();

    project.reads("return Measured.of(60, known.asOf());");

    await().atMost(PATIENCE).until(() -> risk() == 60);
    assertThat(get("/api/v1/dev").get("problems")).isEmpty();
  }

  @Test
  void shouldTakeTheModelOfTheAuthorAndTellWhatIsWrongWithIt() throws IOException {
    project.model("times: 2");
    await().atMost(PATIENCE).until(() -> risk() == 60);

    project.model("timse: 2");

    String problem = awaitProblem("P201");
    assertThat(problem).contains("model.yaml:9", "unknown option 'timse'; known are: times");
  }

  @Test
  void shouldTakeTheExampleOfAnOptionThatHasNoDefault() throws IOException {
    project.option("doc = \"a factor\", example = \"2\"");

    await().atMost(PATIENCE).until(() -> risk() == 60);
    assertThat(get("/api/v1/dev").get("problems")).isEmpty();
  }

  private String awaitProblem(String code) {
    return await()
        .atMost(PATIENCE)
        .until(() -> cause(get("/api/v1/dev").path("problems"), code), cause -> !cause.isEmpty());
  }

  private static String cause(JsonNode problems, String code) {
    for (JsonNode problem : problems) {
      if (problem.get("code").asText().startsWith(code)) {
        return problem.get("cause").asText();
      }
    }
    return "";
  }

  /** What the indicator is read as now, in points of risk; -1 while there is no reading. */
  private double risk() {
    return get("/api/v1/theatres/dev/index").at("/pillars/0/indicators/0/risk").asDouble(-1);
  }

  /** An answer; an empty document while one server stops and the next one starts. */
  private JsonNode get(String path) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(host.url() + path)).build();
    try {
      return new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return MissingNode.getInstance();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
