package org.muscat.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
  static void migrate(Path file, DataSource writer) {
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(writer)
            .loggers("slf4j")
            .locations(Sqlite.MIGRATIONS.toArray(String[]::new))
            .placeholders(Sqlite.PLACEHOLDERS)
            .load();
    try {
      MigrationInfo current = flyway.info().current();
      if (current != null && !current.getState().isResolved()) {
        throw new StoreException(
            file
                + " has schema version "
                + current.getVersion()
                + ", which this program does not know; use a newer Muscat, or another file");
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "cannot bring the tables of " + file + " up to date: " + e.getMessage(), e);
    }
  }
}
