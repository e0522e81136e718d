package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.point;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to a store in a file. */
class SqliteTest {

  private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile(@TempDir Path empty) {
    folder = empty;
    file = folder.resolve("muscat.db");
  }

  @Test
  void shouldWriteAheadInLargePages() throws SQLException {
    Store.open(file).close();

    assertThat(pragma("page_size")).isEqualTo("16384");
    assertThat(pragma("journal_mode")).isEqualTo("wal");
  }

  @Test
  void shouldRefuseAFileThatIsNotADatabase() throws IOException {
    Files.writeString(file, "date,value\n2024-01-01,80.5\n".repeat(50));

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("is not a database");
  }

  @Test
  void shouldRefuseAShortTextFile() throws IOException {
    Files.writeString(file, "hello");

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is not a database");
    assertThat(file).hasContent("hello");
  }

  @Test
  void shouldRefuseTheDatabaseOfAnotherProgram() throws SQLException {
    execute("create table bookmark (url text)");

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("another program");
  }

  @Test
  void shouldRefuseAMissingFolder() {
    assertThatThrownBy(() -> Store.open(folder.resolve("absent").resolve("muscat.db")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("absent does not exist");
  }

  @Test
  void shouldRefuseAFolderAsItsFile() {
    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is a folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert or replace into observation select vintage, observed, event_key, known, 1, type,"
            + " attributes, known_basis, delivery from observation",
        "insert or replace into index_state select id, theatre, model, model_hash, programs, as_of,"
            + " stamp, status, 0, lower, upper, document, checkpoint, recorded from index_state"
      })
  void shouldRefuseToReplaceHistory(String change) throws SQLException {
    try (Store store = Store.open(file)) {
      store.append(delivery(2, point(1, 80)));
      store
          .indexStates()
          .append(
              List.of(
                  new StoredState(
                      "gulf", "m", "3f2a", "engine", day(3), 1, "scored", 40.0, null, null, "a",
                      "b", day(4))));

      assertThatThrownBy(() -> execute("pragma recursive_triggers = true", change))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
  }

  private String pragma(String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma " + name)) {
      return row.getString(1);
    }
  }

  private void execute(String... commands) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }
}
