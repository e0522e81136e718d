package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.http.ListenAddress;
import org.muscat.server.runtime.Server;

/** {@code health}, asked of real servers. */
class HealthCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder).model("test", Home.MODEL);
  }

  @Test
  void shouldSayThatAServerIsReady() throws IOException {
    try (Server server = serve()) {
      int port = URI.create(server.url()).getPort();

      await().untilAsserted(() -> assertThat(health(home.config(), port)).isZero());

      assertThat(out.toString()).endsWith("ready\n");
    }
  }

  @Test
  void shouldAskOnTheLoopbackWhoListensOnAllAddresses() throws IOException {
    Path everywhere =
        Files.writeString(
            folder.resolve("everywhere.yaml"), "models: [models]\nlisten: {host: 0.0.0.0}\n");
    try (Server server = serve()) {
      int port = URI.create(server.url()).getPort();

      await().untilAsserted(() -> assertThat(health(everywhere, port)).isZero());
    }
  }

  @Test
  void shouldSayThatNobodyIsThere() throws IOException {
    int port;
    try (Server server = serve()) {
      port = URI.create(server.url()).getPort();
    }

    assertThat(health(home.config(), port)).isEqualTo(1);

    assertThat(err.toString())
        .contains("muscat: nobody answers at http://127.0.0.1:" + port + "/-/ready: ")
        .doesNotContain("\tat ");
  }

  @Test
  void shouldAskForThePortWhenNoneIsConfigured() throws IOException {
    assertThat(health(home.config(), 0)).isEqualTo(2);

    assertThat(err.toString()).contains("port 0 is that of no server; name by --port");
  }

  private Server serve() throws IOException {
    return Server.start(home.open(), new ListenAddress("127.0.0.1", 0), Clock.systemUTC());
  }

  private int health(Path config, int port) {
    return MuscatCommand.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        "health",
        "--config",
        config.toString(),
        "--port",
        String.valueOf(port));
  }
}
