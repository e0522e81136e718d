package org.muscat.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the tables of a database up to this program. */
final class Schema {

  private Schema() {}

  /**
   * Runs the migrations that are missing; before they change what is there, a backup is seen to.
   *
   * @param upgradeAllowed whether tables that Muscat cannot back up may be changed
   * @throws StoreException if the database is newer than this program, there is no backup, or a
   *     migration fails
   */
  static void migrate(Database database, boolean upgradeAllowed) {
    if (Migrations.areAllThere(database)) {
      return;
    }
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(database.writers())
            .loggers("slf4j")
            .locations(database.dialect().migrations().toArray(String[]::new))
            .placeholders(database.dialect().placeholders())
            .load();
    try {
      MigrationInfo current = flyway.info().current();
      MigrationInfo[] missing = flyway.info().pending();
      if (current != null && !current.getState().isResolved()) {
        throw new StoreException(
            database.place()
                + " has schema version "
                + current.getVersion()
                + ", which this program does not know; use a newer Muscat, or another store");
      }
      if (current != null && missing.length > 0) {
        String to = String.valueOf(missing[missing.length - 1].getVersion());
        prepare(database, String.valueOf(current.getVersion()), to, upgradeAllowed);
      }
      flyway.migrate();
    } catch (FlywayException e) {
      if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
        throw new StoreException(
            database.place() + " has tables of another program; name a database of its own", e);
      }
      throw Failures.explain(
          "cannot bring the tables of " + database.place() + " up to date", database.dialect(), e);
    }
  }

  private static void prepare(Database database, String from, String to, boolean allowed) {
    try (Connection connection = database.writers().getConnection()) {
      database.dialect().prepareUpgrade(connection, from, to, allowed);
    } catch (SQLException e) {
      throw Failures.explain(
          "cannot back up "
              + database.place()
              + " before its upgrade from schema version "
              + from
              + " to "
              + to
              + ", so nothing was upgraded",
          database.dialect(),
          e);
    }
  }
}
