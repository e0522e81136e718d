package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a database is up to date, without Flyway. */
@ParameterizedClass
@EnumSource(Kind.class)
class MigrationsTest {

  @Parameter private Kind kind;

  private TestDatabase database;

  @BeforeEach
  void make(@TempDir Path folder) {
    database = kind.bare(folder);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void shouldKnowEveryScriptAndItsChecksumAsFlywayDoes() {
    try (Database opened = database.location().open()) {
      Map<String, Integer> byFlyway = new TreeMap<>();
      Arrays.stream(flyway(opened).info().all())
          .forEach((MigrationInfo one) -> byFlyway.put(one.getScript(), one.getChecksum()));

      assertThat(Migrations.checksums(opened.dialect().migrations())).isEqualTo(byFlyway);
    }
  }

  @Test
  void shouldFindAllThereOnlyOnceAllRan() {
    try (Database opened = database.location().open()) {
      assertThat(Migrations.areAllThere(opened)).isFalse();

      Schema.migrate(opened, false);

      assertThat(Migrations.areAllThere(opened)).isTrue();
    }
  }

  @Test
  void shouldLeaveWhatDiffersToFlyway() throws SQLException {
    database.open().close();
    database.execute(
        "update flyway_schema_history set checksum = checksum + 1 where version = '3'");

    try (Database opened = database.location().open()) {
      assertThat(Migrations.areAllThere(opened)).isFalse();
    }
    assertThatThrownBy(database::open)
        .isInstanceOf(StoreException.class)
        .hasStackTraceContaining("checksum mismatch");
  }

  private static Flyway flyway(Database opened) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(opened.writers())
        .locations(opened.dialect().migrations().toArray(String[]::new))
        .placeholders(opened.dialect().placeholders())
        .load();
  }
}
