package org.muscat.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.store.Store;

/** A server that cannot start says why, once, and no more. */
@Timeout(120)
class FailedStartTest {

  @TempDir private Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private final StringWriter err = new StringWriter();
  private Home home;

  @BeforeEach
  void home() throws IOException {
    home = Home.in(folder);
    home.feed("test/one,2025-01-01T00:00:00Z,1");
  }

  @Test
  void shouldSayWhatTheDatabaseSaidHoweverItWasWrapped() throws IOException, SQLException {
    Path file = home.data().resolve("muscat.db");
    Store.open(file).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("drop table scheduled_tasks");
    }

    int code = serve();

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("muscat: the store fails: ")
        .contains("no such table: scheduled_tasks", "look at its disk, its rights")
        .doesNotContain("\tat ");
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(logs.warnings()).isEmpty();
  }

  @Test
  void shouldSayThatAnotherProgramHoldsTheStore() throws IOException, SQLException {
    Path file = home.data().resolve("muscat.db");
    Store.open(file).close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");

      int code = serve();

      assertThat(code).isEqualTo(1);
      assertThat(err.toString())
          .startsWith("muscat: ")
          .contains(file.toString(), "another process is writing")
          .doesNotContain("\tat ");
      assertThat(err.toString().lines()).hasSize(1);
      assertThat(logs.warnings()).isEmpty();
    }
  }

  @Test
  void shouldSayThatTheDataFolderCannotBeMade() throws IOException {
    Files.delete(home.data());
    Files.writeString(home.data(), "a file");

    int code = serve();

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("muscat: cannot make the data folder " + home.data())
        .doesNotContain("\tat ");
    assertThat(logs.warnings()).isEmpty();
  }

  private int serve() throws IOException {
    return MuscatCommand.run(
        new PrintWriter(new StringWriter()),
        new PrintWriter(err, true),
        "serve",
        "--port",
        "0",
        "--config",
        home.config().toString(),
        "--plugins",
        home.plugins().toString(),
        "--data",
        home.data().toString());
  }
}
