package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Serves as a user would start it, and asks over HTTP. */
class ServeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String THROWING =
      """
      public final class Throwing implements org.muscat.spi.MuscatPlugin {
        public Throwing() {
          throw new IllegalStateException("no licence key");
        }

        @Override
        public org.muscat.spi.PluginDescriptor descriptor() {
          return org.muscat.spi.PluginDescriptor.of("throwing", "Throws", "1", "Apache-2.0", org.muscat.spi.PluginDescriptor.SPI_VERSION);
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void shouldShowALiveDemoThatIsUnmistakable() throws IOException, InterruptedException {
    try (MuscatProcess muscat = MuscatProcess.serve(folder, "--demo")) {
      awaitScore(muscat, "hormuz-demo");

      JsonNode index = json(muscat.get("/api/v1/theatres/hormuz-demo/index"));
      String metrics = muscat.get("/metrics").body();
      HttpResponse<String> page = muscat.get("/");

      assertThat(index.get("demo").asBoolean()).isTrue();
      assertThat(index.at("/model/id").asText()).isEqualTo("demo");
      assertThat(metrics)
          .contains("muscat_stability_ratio{model=\"demo\",theatre=\"hormuz-demo\"}");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("DEMO");
      assertThat(muscat.get("/-/healthy").statusCode()).isEqualTo(200);
      assertThat(muscat.get("/-/ready").statusCode()).isEqualTo(200);
      String then = index.get("asOf").asText();
      Awaitility.await("the replay goes on")
          .atMost(PATIENCE)
          .until(
              () ->
                  !json(muscat.get("/api/v1/theatres/hormuz-demo/index"))
                      .get("asOf")
                      .asText()
                      .equals(then));
      assertThat(muscat.printed()).contains("Strait of Hormuz (DEMO) as of 2", ": stability ");
      muscat.stop();
      assertThat(muscat.log()).doesNotContain("blocked").doesNotContain("ERROR");
    }
  }

  @Test
  void shouldServeWithoutAnythingToScore() throws IOException {
    try (MuscatProcess muscat = MuscatProcess.serve(folder)) {
      Awaitility.await().atMost(PATIENCE).until(() -> muscat.get("/-/ready").statusCode() == 200);

      JsonNode index = json(muscat.get("/api/v1/theatres/hormuz/index"));
      String metrics = muscat.get("/metrics").body();

      assertThat(index.get("status").asText()).isEqualTo("refused");
      assertThat(index.get("stability").isNull()).isTrue();
      assertThat(metrics)
          .doesNotContain("muscat_stability_ratio{")
          .contains(
              "muscat_index_status{model=\"gulf\",theatre=\"hormuz\",muscat_index_status=\"refused\"} 1");
    }
  }

  @Test
  void shouldScoreWhatIsDroppedIntoItsFolder() throws IOException {
    Path drop = Files.createDirectories(folder.resolve("data").resolve("drop"));
    try (MuscatProcess muscat = MuscatProcess.serve(folder)) {
      Path figures = MuscatProcess.distribution().resolve("demo").resolve("figures");
      Files.copy(figures.resolve("prices.csv"), drop.resolve("prices.csv"));

      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () ->
                  json(muscat.get("/api/v1/theatres/hormuz/index?asOf=2022-11-15T00:00:00Z"))
                      .toString()
                      .contains("\"observedAt\":\"2022-11-14T00:00:00Z\""));
    }
  }

  @Test
  void shouldNameBadPluginsAndGoOnWithTheGoodOnes() throws IOException, InterruptedException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    copy(MuscatProcess.distribution().resolve("plugins"), plugins);
    PluginCompiler.jar(plugins.resolve("throwing.jar"), "Throwing", THROWING);
    Files.writeString(plugins.resolve("notes.jar"), "These are notes, not an archive.\n");

    try (MuscatProcess muscat =
        MuscatProcess.serve(folder, "--demo", "--plugins", plugins.toString())) {
      awaitScore(muscat, "hormuz-demo");

      List<JsonNode> verdicts = new ArrayList<>();
      json(muscat.get("/api/v1/plugins")).forEach(verdicts::add);

      assertThat(verdicts).hasSize(6);
      assertThat(verdicts)
          .filteredOn(verdict -> verdict.get("location").asText().endsWith("throwing.jar"))
          .singleElement()
          .satisfies(
              verdict -> {
                assertThat(verdict.get("code").asText()).isEqualTo("P111");
                assertThat(verdict.get("cause").asText()).contains("no licence key");
              });
      assertThat(verdicts)
          .filteredOn(verdict -> verdict.get("location").asText().endsWith("notes.jar"))
          .singleElement()
          .satisfies(verdict -> assertThat(verdict.get("code").asText()).isEqualTo("P102"));
      assertThat(verdicts)
          .filteredOn(verdict -> verdict.get("status").asText().equals("active"))
          .hasSize(4);
      assertThat(muscat.log()).contains("throwing.jar", "P111", "notes.jar", "P102");
    }
  }

  @Test
  void shouldPublishWhatItKnewAfterARestart() throws IOException, InterruptedException {
    try (MuscatProcess first = MuscatProcess.serve(folder, "--demo")) {
      awaitScore(first, "hormuz-demo");
      first.stop();
    }

    try (MuscatProcess second = MuscatProcess.serve(folder, "--demo")) {
      awaitScore(second, "hormuz-demo");

      String feeds = second.get("/api/v1/feeds").body();
      assertThat(feeds).contains("\"stored\":0").doesNotContain("\"up\":false");
    }
  }

  private static void awaitScore(MuscatProcess muscat, String theatre) {
    Awaitility.await("a score of " + theatre)
        .atMost(PATIENCE)
        .until(
            () -> {
              HttpResponse<String> index = muscat.get("/api/v1/theatres/" + theatre + "/index");
              return index.statusCode() == 200 && json(index).hasNonNull("stability");
            });
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
