package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose sources do not answer, or for which it has no key. */
class DeafSourcesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> FEEDS =
      List.of("fred-csv", "cboe", "gpr", "gscpi", "eia", "portwatch", "gdelt", "ofac");

  @TempDir private Path folder;

  /** The feeds of the default configuration, at addresses where nobody listens. */
  @Test
  void shouldSayPlainlyThatNoSourceAnswers() throws IOException, InterruptedException {
    try (MuscatProcess muscat = MuscatProcess.serve(folder, "--config", config().toString())) {
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(FEEDS)
                      .allSatisfy(
                          feed ->
                              assertThat(muscat.printed())
                                  .contains("feed " + feed + ": no answer, ")));

      String printed = muscat.printed();
      assertThat(printed.lines().filter(line -> line.startsWith("feed "))).hasSize(8);
      assertThat(printed)
          .contains("feed gpr: no answer, UNREACHABLE: ")
          .contains("feed eia: no answer, CONFIGURATION: ")
          .contains("the variable MUSCAT_NO_SUCH_KEY of the environment");
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(muscat.get("/-/ready").statusCode()).isEqualTo(200));
      assertThat(muscat.get("/api/v1/theatres/hormuz/index").body())
          .contains("\"status\":\"refused\"");
      muscat.stop();
      assertThat(muscat.log()).contains("P203").doesNotContain("\tat ").doesNotContain("ERROR");
    }
  }

  private Path config() throws IOException {
    String nobody = "http://127.0.0.1:" + closedPort();
    Path models = MuscatProcess.distribution().resolve("conf").resolve("models");
    return Files.writeString(
        folder.resolve("muscat.yaml"),
        """
        models: [%s]
        http: {requests-per-second: 1000}
        feeds:
          - {feed: fred-csv, source: fred, config: {url: "%2$s"}}
          - {feed: cboe, config: {url: "%2$s"}}
          - {feed: gpr, config: {url: "%2$s"}}
          - {feed: gscpi, config: {url: "%2$s"}}
          - {feed: portwatch, config: {url: "%2$s/FeatureServer/0/query"}}
          - {feed: gdelt, config: {url: "%2$s/gdeltv2/", dyads: [USA-IRN]}}
          - {feed: ofac, config: {url: "%2$s/SDN.XML"}}
          - {feed: eia, config: {url: "%2$s", key: "${env:MUSCAT_NO_SUCH_KEY}"}}
        """
            .formatted(models, nobody));
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
