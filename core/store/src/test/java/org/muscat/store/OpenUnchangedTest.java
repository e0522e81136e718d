package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is opened before it is known whether it is wanted only if that changes nothing. */
class OpenUnchangedTest {

  @TempDir private Path folder;

  @Test
  void shouldMakeNoFile() {
    Path file = folder.resolve("muscat.db");

    assertThat(Store.openUnchanged(StoreLocation.file(file))).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void shouldOpenWhatIsThereAndUpToDate() {
    Path file = folder.resolve("muscat.db");
    Store.open(file).close();

    try (Store store = Store.openUnchanged(StoreLocation.file(file)).orElseThrow()) {
      assertThat(store.stamp()).isZero();
    }
  }

  @Test
  void shouldBringNothingUpToDate() throws SQLException {
    Path file = folder.resolve("muscat.db");
    Store.open(file).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "delete from flyway_schema_history where script like 'V11\\_%' escape '\\'"))
          .isEqualTo(1);
    }

    assertThat(Store.openUnchanged(StoreLocation.file(file))).isEmpty();
    assertThat(Store.openUnchanged(StoreLocation.file(file))).as("still").isEmpty();
    assertThat(folder.toFile().list((in, name) -> name.contains("backup"))).isEmpty();
  }

  @Test
  void shouldSayWhyAFileCannotBeOpened() throws IOException {
    Path file = Files.writeString(folder.resolve("muscat.db"), "no database".repeat(500));

    assertThatThrownBy(() -> Store.openUnchanged(StoreLocation.file(file)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is not a database");
  }
}
