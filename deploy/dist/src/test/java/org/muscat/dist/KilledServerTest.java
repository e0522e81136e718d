package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while it fetches goes on where it was. */
class KilledServerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int DAYS = 2_500;

  private static final String MODEL =
      """
      model: sea
      version: 1
      theatres: [{id: hormuz}]
      pillars:
        maritime:
          weight: 1
          indicators: {transit-shortfall: {config: {strait: hormuz}}}
      minimum-live: 1
      """;

  private final Path folder;

  KilledServerTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("sea.yaml"), MODEL);
  }

  @Test
  void shouldStartCleanAndCatchUp() throws IOException, InterruptedException {
    try (PortWatchServer source = new PortWatchServer(PortWatchServer.calm(DAYS))) {
      try (MuscatProcess muscat = serve(source)) {
        Awaitility.await().atMost(PATIENCE).until(() -> source.asked() > 0);
        muscat.kill();
      }

      try (MuscatProcess muscat = serve(source)) {
        Awaitility.await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  JsonNode feeds = json(muscat, "/api/v1/feeds");
                  assertThat(feeds.at("/0/state").asText()).isEqualTo("up");
                  JsonNode index = json(muscat, "/api/v1/theatres/hormuz/index");
                  assertThat(index.at("/status").asText()).isEqualTo("scored");
                });
        muscat.stop();
      }
    }

    MuscatProcess.Ended check =
        MuscatProcess.run(folder, "store", "check", "--data", folder.resolve("data").toString());
    assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
    assertThat(check.out()).contains(String.valueOf(3 * DAYS));
  }

  private MuscatProcess serve(PortWatchServer source) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("muscat.yaml"),
            """
            models: [sea.yaml]
            http: {requests-per-second: 1000, burst: 1000}
            feeds:
              - {feed: portwatch, every: PT1S, config: {url: "%s", straits: [hormuz]}}
            """
                .formatted(source.url()));
    return MuscatProcess.serve(
        folder, "--config", config.toString(), "--data", folder.resolve("data").toString());
  }

  private static JsonNode json(MuscatProcess muscat, String path) throws IOException {
    return new ObjectMapper().readTree(muscat.get(path).body());
  }
}
