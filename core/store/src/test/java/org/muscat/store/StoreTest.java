package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.EIA;
import static org.muscat.store.Days.brent;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.point;
import static org.muscat.store.Days.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {

  private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile(@TempDir Path empty) {
    folder = empty;
    file = folder.resolve("muscat.db");
  }

  @Test
  void shouldKeepEverythingOverARestart() {
    Delivery delivery =
        new Delivery(
            EIA,
            1,
            day(3),
            List.of(point(1, 80.5), point(2, 81.25)),
            new FeedCursor("brent", "page-7"));
    try (Store store = Store.open(file)) {
      store.append(delivery);
    }

    try (Store store = Store.open(file)) {
      assertThat(values(store, 3)).containsExactly(80.5, 81.25);
      assertThat(store.cursor("brent")).contains("page-7");
      assertThat(store.append(delivery)).isEqualTo(new Appended(0, 2, Set.of()));
    }
  }

  @Test
  void shouldKnowNoCursorOfAFeedThatNeverDelivered() {
    try (Store store = Store.open(file)) {
      assertThat(store.cursor("brent")).isEmpty();
    }
  }

  @Test
  void shouldReplaceTheCursorEvenWhenNothingElseIsNew() {
    try (Store store = Store.open(file)) {
      store.append(new Delivery(EIA, 1, day(1), List.of(), new FeedCursor("brent", "a")));
      store.append(new Delivery(EIA, 1, day(2), List.of(), new FeedCursor("brent", "b")));

      assertThat(store.cursor("brent")).contains("b");
    }
  }

  @Test
  void shouldLeaveCursorAndObservationsWhenADeliveryFails() {
    try (Store store = Store.open(file)) {
      store.append(
          new Delivery(EIA, 1, day(3), List.of(point(1, 3, 80)), new FeedCursor("brent", "a")));
      Delivery contradicting =
          new Delivery(
              EIA,
              1,
              day(4),
              List.of(point(0, 3, 70), point(1, 3, 90), point(2, 3, 70)),
              new FeedCursor("brent", "b"));

      assertThatThrownBy(() -> store.append(contradicting)).isInstanceOf(StoreException.class);

      assertThat(store.cursor("brent")).contains("a");
      assertThat(values(store, 10)).containsExactly(80);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update observation set value = 1",
        "delete from observation",
        "insert or replace into observation select vintage, observed, event_key, known, 1, type,"
            + " attributes, known_basis, delivery from observation",
        "delete from confirmation",
        "update confirmation set known = 0",
        "update delivery set recorded = 0",
        "delete from delivery",
        "update vintage set source = 'another'",
        "delete from vintage",
        "update arrival set first_known = 0",
        "delete from arrival",
        "update index_state set document = '{}'",
        "delete from index_state",
        "insert or replace into index_state select id, theatre, model, model_hash, programs, as_of,"
            + " stamp, status, 0, lower, upper, document, checkpoint, recorded from index_state",
        "update index_state_again set stamp = 9",
        "delete from index_state_again"
      })
  void shouldRefuseToChangeHistory(String change) throws SQLException {
    try (Store store = Store.open(file)) {
      store.append(delivery(2, point(1, 80)));
      store.append(delivery(3, point(1, 80)));
      store.indexStates().append(List.of(state(1)));
      store.indexStates().append(List.of(state(2)));

      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        statement.execute("pragma recursive_triggers = true");
        assertThatThrownBy(() -> statement.executeUpdate(change))
            .isInstanceOf(SQLException.class)
            .hasMessageMatching("(?s).*(append-only|never deleted|keeps its).*");
      }
    }
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
  void shouldRefuseADatabaseOfANewerProgram() throws SQLException {
    Store.open(file).close();
    execute(
        "insert into flyway_schema_history select 99, '99', 'from the future', type, script,"
            + " checksum, installed_by, installed_on, execution_time, success"
            + " from flyway_schema_history where installed_rank = 1");

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("schema version 99")
        .hasMessageContaining("newer Muscat");
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

  @Test
  void shouldBeWritableWhileOpen() {
    Store store = Store.open(file);
    assertThat(store.isWritable()).isTrue();

    store.close();

    assertThat(store.isWritable()).isFalse();
  }

  @Test
  void shouldRefuseWorkAfterClose() {
    Store store = Store.open(file);
    store.close();
    store.close();

    assertThatThrownBy(() -> store.append(delivery(1, point(0, 80))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot store a delivery of 'eia'");
    assertThatThrownBy(() -> brent(store, 1)).isInstanceOf(StoreException.class);
  }

  @Test
  void shouldSeeInOneStoreWhatAnotherOnTheSameFileWrote() {
    try (Store one = Store.open(file);
        Store other = Store.open(file)) {
      one.append(delivery(2, point(1, 80)));
      other.append(delivery(3, point(2, 81)));

      assertThat(brent(one, 3).series(BRENT).values()).containsExactly(80, 81);
    }
  }

  private static StoredState state(long stamp) {
    return new StoredState(
        "gulf", "m", "3f2a", "engine", day(3), stamp, "scored", 40.0, null, null, "a", "b", day(4));
  }

  private String pragma(String name) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma " + name)) {
      return row.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
