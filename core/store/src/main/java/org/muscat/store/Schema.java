package org.muscat.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the tables of a database up to this program. */
final class Schema {

  private Schema() {}

  /**
   * Runs the migrations that are missing.
   *
   * @throws StoreException if the database is newer than this program, or a migration fails
   */
  static void migrate(Database database) {
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(database.writers())
            .loggers("slf4j")
            .locations(database.dialect().migrations().toArray(String[]::new))
            .placeholders(database.dialect().placeholders())
            .load();
    try {
      MigrationInfo current = flyway.info().current();
      if (current != null && !current.getState().isResolved()) {
        throw new StoreException(
            database.place()
                + " has schema version "
                + current.getVersion()
                + ", which this program does not know; use a newer Muscat, or another file");
      }
      flyway.migrate();
    } catch (FlywayException e) {
      if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
        throw new StoreException(
            database.place() + " has tables of another program; name a database of its own", e);
      }
      throw new StoreException(
          "cannot bring the tables of " + database.place() + " up to date: " + e.getMessage(), e);
    }
  }
}
