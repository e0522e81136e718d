package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.store.Days.day;
import static org.muscat.store.Days.values;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of schema version 4 that this program opens. */
class UpgradeBackupTest {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("muscat.db");
  }

  @Test
  void shouldBackUpAFileBeforeItsUpgrade() throws Exception {
    makeVersion4(StoreLocation.file(file));

    Store.open(file).close();

    Path backup = backups().get(0);
    assertThat(backup.getFileName().toString()).matches("muscat\\.db\\.v4-before-v\\d+\\.db");
    assertThat(text(backup, "pragma integrity_check")).isEqualTo("ok");
    assertThat(text(backup, "select max(version) from flyway_schema_history")).isEqualTo("4");
    try (Store restored = Store.open(backup)) {
      assertThat(values(restored, 9)).containsExactly(80);
    }
  }

  @Test
  void shouldNotBackUpWhatIsNewOrUpToDate() throws IOException {
    Store.open(file).close();
    Store.open(file).close();

    assertThat(backups()).isEmpty();
  }

  @Test
  void shouldTakeTheBackupAnewWhenTheUpgradeIsTriedAgain() throws Exception {
    makeVersion4(StoreLocation.file(file));
    Store.open(file).close();
    Path backup = backups().get(0);
    Files.delete(file);
    makeVersion4(StoreLocation.file(file));
    Files.writeString(backup, "rubbish");
    Files.writeString(backup.resolveSibling(backup.getFileName() + ".part"), "half");

    Store.open(file).close();

    assertThat(backups()).containsExactly(backup);
    assertThat(text(backup, "pragma integrity_check")).isEqualTo("ok");
  }

  @Test
  void shouldUpgradeNothingWithoutABackup() throws Exception {
    makeVersion4(StoreLocation.file(file));
    Store.open(file).close();
    Path backup = backups().get(0);
    Files.delete(backup);
    Files.delete(file);
    makeVersion4(StoreLocation.file(file));
    Files.createDirectories(backup.resolve("in the way"));

    assertThatThrownBy(() -> Store.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot back up " + file);

    assertThat(text(file, "select max(version) from flyway_schema_history")).isEqualTo("4");
  }

  @Test
  void shouldUpgradePostgresOnlyWhenTheOperatorAllowsIt() throws Exception {
    try (TestDatabase database = PostgresServer.shared().bare()) {
      makeVersion4(database.location());

      assertThatThrownBy(database::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(database.location() + " has schema version 4")
          .hasMessageContaining("pg_dump")
          .hasMessageContaining("store.upgrade: allow");
      assertThat(database.number("select max(version::int) from flyway_schema_history"))
          .isEqualTo(4);

      try (Store store = Store.open(database.location().allowingUpgrade())) {
        assertThat(values(store, 9)).containsExactly(80);
      }
      database.open().close();
    }
  }

  private static void makeVersion4(StoreLocation location) throws SQLException {
    try (Database database = location.open()) {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(database.writers())
          .locations(database.dialect().migrations().toArray(String[]::new))
          .placeholders(database.dialect().placeholders())
          .target("4")
          .load()
          .migrate();
      long moment = day(1).toEpochMilli();
      try (Connection connection = database.writers().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("insert into vintage values (1, 'oil/brent-spot', 'eia', 1, 0)");
        statement.execute("insert into delivery values (1, 0)");
        statement.execute(
            "insert into observation values (1, %d, '', %d, 80, '', '', 'F', 1)"
                .formatted(moment, moment));
      }
    }
  }

  private List<Path> backups() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.getFileName().toString().contains("before")).toList();
    }
  }

  private static String text(Path database, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getString(1);
    }
  }
}
