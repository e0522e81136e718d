package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.store.Days.BRENT;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.delivery;
import static org.muscat.store.Days.point;
import static org.muscat.store.Days.values;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A database from before there were index states. */
@ParameterizedClass
@EnumSource(Kind.class)
class UpgradeTest {

  @Parameter private Kind kind;

  private TestDatabase database;

  @BeforeEach
  void makeADatabaseOfVersion2(@TempDir Path folder) throws SQLException {
    database = kind.bare(folder);
    try (Database opened = database.location().open()) {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(opened.writers())
          .locations(opened.dialect().migrations().toArray(String[]::new))
          .placeholders(opened.dialect().placeholders())
          .target("2")
          .load()
          .migrate();
    }
    database.execute(
        "insert into vintage (series, source, number, first_known) values"
            + " ('oil/brent-spot', 'eia', 1, "
            + millis(1)
            + ")",
        "insert into delivery (recorded) values (0), (0)",
        "insert into observation (vintage, observed, event_key, known, value, type, attributes,"
            + " known_basis, delivery) values "
            + row(0, 1, 80, 1)
            + ","
            + row(1, 2, 81, 1)
            + ","
            + row(0, 3, 79, 2)
            + ","
            + row(1, 4, 82, 2));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void shouldKeepWhatWasObserved() {
    try (Store store = Store.open(database.location().allowingUpgrade())) {
      assertThat(values(store, 2)).containsExactly(80, 81);
      assertThat(values(store, 9)).containsExactly(79, 82);
      assertThat(store.append(delivery(5, point(1, 83))).stored()).isEqualTo(1);
      assertThat(values(store, 9)).containsExactly(79, 83);
    }
  }

  @Test
  void shouldKnowWhichCheckpointsEarlierDeliveriesSpoil() {
    try (Store store = Store.open(database.location().allowingUpgrade())) {
      store.indexStates().append(List.of(state(2.5, 1), state(3.5, 1)));
      assertThat(checkpoint(store)).contains(state(2.5, 1));

      store.indexStates().append(List.of(state(4.5, 2)));
      assertThat(checkpoint(store)).contains(state(4.5, 2));
    }
  }

  @Test
  void shouldNotUpgradeTwice() throws SQLException {
    Store.open(database.location().allowingUpgrade()).close();

    database.open().close();

    assertThat(database.number("select count(*) from vintage")).isEqualTo(1);
  }

  private static Optional<StoredState> checkpoint(Store store) {
    return store.indexStates().latestCheckpoint("gulf", "3f2a", "engine", day(9), List.of(BRENT));
  }

  private static StoredState state(double asOf, long stamp) {
    return new StoredState(
        "gulf", "m", "3f2a", "engine", day(asOf), stamp, "scored", 40.0, null, null, "{}", "{}",
        day(9));
  }

  private static String row(double observed, double known, double value, long delivery) {
    return "(1, %d, '', %d, %s, '', '', 'F', %d)"
        .formatted(millis(observed), millis(known), value, delivery);
  }

  private static long millis(double day) {
    return day(day).toEpochMilli();
  }
}
