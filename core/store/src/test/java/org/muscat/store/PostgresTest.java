package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.point;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to a store in PostgreSQL. */
class PostgresTest {

  private TestDatabase database;

  @BeforeEach
  void create() {
    database = PostgresServer.shared().bare();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "truncate observation",
        "truncate confirmation",
        "truncate delivery cascade",
        "truncate vintage cascade",
        "truncate arrival",
        "truncate index_state cascade",
        "truncate index_state_again"
      })
  void shouldRefuseToEmptyHistory(String change) throws SQLException {
    try (Store store = database.open()) {
      store.append(delivery(2, point(1, 80)));

      assertThatThrownBy(() -> database.execute(change))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(append-only|never deleted).*");
    }
  }

  @Test
  void shouldOrderTextByteByByteWhateverTheLocale() throws SQLException {
    database.open().close();

    assertThat(
            database.number(
                "select count(*) from information_schema.columns where table_name in ('vintage',"
                    + " 'observation', 'confirmation') and data_type = 'text' and collation_name ="
                    + " 'C' and column_name in ('series', 'source', 'event_key', 'first_key',"
                    + " 'last_key')"))
        .isEqualTo(5);
  }

  @Test
  void shouldRefuseTheDatabaseOfAnotherProgram() throws SQLException {
    database.execute("create table bookmark (url text)");

    assertThatThrownBy(database::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(database.location().toString())
        .hasMessageContaining("another program");
  }

  @Test
  void shouldRefuseADatabaseThatIsNotThere() {
    StoreLocation absent =
        StoreLocation.of(PostgresServer.shared().url("absent") + "&password=hunter2");

    assertThatThrownBy(() -> Store.open(absent))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot open " + absent)
        .hasMessageContaining("create the database first")
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void shouldSayWhenNoServerAnswers() {
    StoreLocation nobody =
        StoreLocation.of("jdbc:postgresql://127.0.0.1:1/muscat?user=u&password=hunter2");

    assertThatThrownBy(() -> Store.open(nobody))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot open jdbc:postgresql://127.0.0.1:1/muscat: ")
        .hasMessageEndingWith("is the server up?");
  }

  /** Texts longer than it, and rows that just do not fit. */
  @Test
  void shouldTakeTextsOfAnySize() {
    try (Store store = database.open()) {
      List<Integer> sizes = List.of(1, 65_000, 65_536, 70_000, 500_000);
      for (int size : sizes) {
        store.append(
            delivery(
                3,
                org.muscat.spi.Observation.event(
                    Days.TALKS, "k" + size, Days.day(2), "x".repeat(size), 1, java.util.Map.of())));
      }

      assertThat(
              store
                  .view(Days.day(9), Days.everything(Days.TALKS), SourceRanking.byName())
                  .events(Days.TALKS))
          .extracting(event -> event.type().length())
          .containsExactlyInAnyOrderElementsOf(sizes);
    }
  }
}
