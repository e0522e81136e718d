package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** A web configuration that loses its users while Muscat runs. */
@Timeout(120)
class EmptiedFileTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String THEATRES = "/api/v1/theatres";

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Home home;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("web.yml");
    users("vera");
    home = Home.in(folder).options("listen: {web-config: web.yml}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "basic_auth_users:\n", "http_server_config: {http2: true}\n"})
  void shouldNotOpenReads(String text) throws IOException {
    try (Running server = Running.start(home.open(), Clock.systemUTC())) {
      Asking asking = Asking.of(server.url());
      assertThat(asking.get(THEATRES).statusCode()).isEqualTo(401);

      Files.writeString(file, text);
      await().atMost(PATIENCE).until(() -> !logs.events("web-config-refused").isEmpty());

      assertThat(logs.events("web-config-refused").toString()).contains("access.reads: open");
      assertThat(asking.get(THEATRES).statusCode()).isEqualTo(401);
      assertThat(
              asking
                  .get(THEATRES, "Authorization", Asking.basic("vera", "word-of-vera"))
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void shouldTakeAnEmptyFileWhereReadsAreSaidToBeOpen() throws IOException {
    AccessFiles files = files("access: {reads: open}\n");
    Files.writeString(file, "");

    assertThat(files.changed()).isEmpty();
    assertThat(files.changed()).map(Loaded::knowsAnybody).contains(false);
  }

  @Test
  void shouldTakeAFileOnlyWhenItHasStayedTheSame() throws IOException {
    AccessFiles files = files("");
    assertThat(files.changed()).isEmpty();

    Files.writeString(file, "");
    assertThat(files.changed()).isEmpty();
    users("nina", "vera");
    assertThat(files.changed()).isEmpty();
    users("nina");
    assertThat(files.changed()).isEmpty();

    Optional<Loaded> taken = files.changed();
    assertThat(taken.orElseThrow().web().users()).containsOnlyKeys("nina");
    assertThat(files.changed()).isEmpty();
    assertThat(logs.events("web-config-refused")).isEmpty();
  }

  private AccessFiles files(String options) throws IOException {
    home.moreOptions(options);
    return AccessFiles.read(ServerConfig.read(home.config(), folder, new Problems()).access());
  }

  private void users(String... names) throws IOException {
    StringBuilder web = new StringBuilder("basic_auth_users:\n");
    for (String name : names) {
      web.append("  ")
          .append(name)
          .append(": ")
          .append(BCrypt.hashpw("word-of-" + name, BCrypt.gensalt(4)))
          .append('\n');
    }
    Files.writeString(file, web);
  }
}
