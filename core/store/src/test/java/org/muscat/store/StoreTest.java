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

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Kind.class)
class StoreTest {

  @Parameter private Kind kind;

  private Path folder;
  private TestDatabase database;

  @BeforeEach
  void create(@TempDir Path empty) {
    folder = empty;
    database = kind.fresh(folder);
  }

  @AfterEach
  void drop() {
    database.close();
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
    try (Store store = database.open()) {
      store.append(delivery);
    }

    try (Store store = database.open()) {
      assertThat(values(store, 3)).containsExactly(80.5, 81.25);
      assertThat(store.cursor("brent")).contains("page-7");
      assertThat(store.append(delivery)).isEqualTo(new Appended(0, 2, Set.of()));
    }
  }

  @Test
  void shouldKnowNoCursorOfAFeedThatNeverDelivered() {
    try (Store store = database.open()) {
      assertThat(store.cursor("brent")).isEmpty();
    }
  }

  @Test
  void shouldReplaceTheCursorEvenWhenNothingElseIsNew() {
    try (Store store = database.open()) {
      store.append(new Delivery(EIA, 1, day(1), List.of(), new FeedCursor("brent", "a")));
      store.append(new Delivery(EIA, 1, day(2), List.of(), new FeedCursor("brent", "b")));

      assertThat(store.cursor("brent")).contains("b");
    }
  }

  @Test
  void shouldLeaveCursorAndObservationsWhenADeliveryFails() {
    try (Store store = database.open()) {
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
        "update index_state_again set stamp = 9",
        "delete from index_state_again"
      })
  void shouldRefuseToChangeHistory(String change) throws SQLException {
    try (Store store = database.open()) {
      store.append(delivery(2, point(1, 80)));
      store.append(delivery(3, point(1, 80)));
      store.indexStates().append(List.of(state(1)));
      store.indexStates().append(List.of(state(2)));

      assertThatThrownBy(() -> database.execute(change))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(append-only|never deleted|keeps its).*");
    }
  }

  @Test
  void shouldRefuseADatabaseOfANewerProgram() throws SQLException {
    database.open().close();
    database.execute(
        "insert into flyway_schema_history select 99, '99', 'from the future', type, script,"
            + " checksum, installed_by, installed_on, execution_time, success"
            + " from flyway_schema_history where installed_rank = 1");

    assertThatThrownBy(() -> database.open())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("schema version 99")
        .hasMessageContaining("newer Muscat");
  }

  @Test
  void shouldBeWritableWhileOpen() {
    Store store = database.open();
    assertThat(store.isWritable()).isTrue();

    store.close();

    assertThat(store.isWritable()).isFalse();
  }

  @Test
  void shouldRefuseWorkAfterClose() {
    Store store = database.open();
    store.close();
    store.close();

    assertThatThrownBy(() -> store.append(delivery(1, point(0, 80))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot store a delivery of 'eia'");
    assertThatThrownBy(() -> brent(store, 1)).isInstanceOf(StoreException.class);
  }

  @Test
  void shouldSeeInOneStoreWhatAnotherOnTheSameFileWrote() {
    try (Store one = database.open();
        Store other = database.open()) {
      one.append(delivery(2, point(1, 80)));
      other.append(delivery(3, point(2, 81)));

      assertThat(brent(one, 3).series(BRENT).values()).containsExactly(80, 81);
    }
  }

  private static StoredState state(long stamp) {
    return new StoredState(
        "gulf", "m", "3f2a", "engine", day(3), stamp, "scored", 40.0, null, null, "a", "b", day(4));
  }
}
