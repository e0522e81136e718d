package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.fixture.Certificates;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;

class ReloadCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path folder;
  private Home home;

  ReloadCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void install() throws IOException {
    home = Home.in(folder);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldReloadWithTheTokenOfTheDataFolder(boolean encrypted) throws IOException {
    if (encrypted) {
      encrypt();
    }
    try (Running server = Running.start(home.open(), Clock.systemUTC())) {
      assertThat(run("reload", server)).as(err.toString()).isZero();
      assertThat(out.toString()).contains("\"theatres\":{\"added\":[]");
      assertThat(run("health", server)).as(err.toString()).isBetween(0, 1);
      assertThat(err.toString()).doesNotContain("nobody answers");
    }
  }

  @Test
  void shouldTellWhatIsWrongWithTheConfiguration() throws IOException {
    try (Running server = Running.start(home.open(), Clock.systemUTC())) {
      home.model("test", "model: [");

      assertThat(run("reload", server)).isEqualTo(78);
      assertThat(err.toString()).contains("answers 422", "test.yaml");
    }
  }

  @Test
  void shouldSayThatItMayNot() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "Authorization: Bearer wrong\n");
    try (Running server = Running.start(home.open(), Clock.systemUTC())) {
      assertThat(run("reload", server, "--token-file", other.toString())).isEqualTo(1);
      assertThat(err.toString()).contains("answers 401");
    }
  }

  @Test
  void shouldNotTrustAnotherServer() throws IOException {
    encrypt();
    try (Running server = Running.start(home.open(), Clock.systemUTC())) {
      encrypt();

      assertThat(run("health", server)).isEqualTo(1);
      assertThat(err.toString()).contains("nobody answers at https://127.0.0.1:");
    }
  }

  @Test
  void shouldSayWhereTheTokenIsMissing() throws IOException {
    home.config();

    assertThat(run("reload", "8080")).isEqualTo(1);
    assertThat(err.toString()).contains("local-token; a running Muscat writes it");
  }

  private void encrypt() throws IOException {
    Certificates.authority("ours").issue("muscat").write(folder, "server");
    Files.writeString(
        folder.resolve("web.yml"),
        "tls_server_config: {cert_file: server.crt, key_file: server.key}\n");
    home.options("listen: {web-config: web.yml}\n");
  }

  private int run(String command, Running server, String... more) {
    return run(command, String.valueOf(URI.create(server.url()).getPort()), more);
  }

  private int run(String command, String port, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--config",
                folder.resolve("muscat.yaml").toString(),
                "--data",
                home.data().toString(),
                "--port",
                port));
    arguments.addAll(List.of(more));
    return MuscatCommand.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }
}
