package org.muscat.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.config.ConfigException;
import org.muscat.server.fixture.Home;

/** What is opened ahead is what would have been opened, and nothing of it is left if unwanted. */
class SessionAheadTest {

  @TempDir private Path folder;

  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
  }

  @Test
  void shouldOpenTheSession() throws IOException {
    SessionAhead ahead = SessionAhead.start(home.config(), home.plugins());
    try (Session session = Session.open(ahead, home.data(), "muscat.db")) {
      ahead.close();

      assertThat(session.theatres().all()).extracting(theatre -> theatre.id()).contains("north");
      assertThat(openFiles(home.plugins())).as("the plugins are the session's").isPositive();
    }
    assertThat(openFiles(folder)).isZero();
  }

  @Test
  void shouldSayWhatIsWrongWithTheConfiguration() throws IOException {
    home.options("heartbeat: often\n");

    try (SessionAhead ahead = SessionAhead.start(home.config(), home.plugins())) {
      assertThatThrownBy(() -> Session.open(ahead, home.data(), "muscat.db"))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("heartbeat")
          .hasMessageContaining("often");
    }
    await().untilAsserted(() -> assertThat(openFiles(folder)).isZero());
  }

  @Test
  void shouldSayThatThereIsNoFolderOfPlugins() throws IOException {
    Path nowhere = folder.resolve("nowhere");

    try (SessionAhead ahead = SessionAhead.start(home.config(), nowhere)) {
      assertThatThrownBy(() -> Session.open(ahead, home.data(), "muscat.db"))
          .hasMessageContaining(nowhere.toString());
    }
  }

  @Test
  void shouldClosePluginsThatNobodyTakes() throws IOException {
    SessionAhead ahead = SessionAhead.start(home.config(), home.plugins());
    await().untilAsserted(() -> assertThat(openFiles(home.plugins())).isPositive());

    ahead.close();

    await().untilAsserted(() -> assertThat(openFiles(home.plugins())).isZero());
  }

  /** How many files in a folder this process holds open. */
  static long openFiles(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(one -> target(one).startsWith(folder)).count();
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      // Closed meanwhile.
      return link;
    }
  }
}
