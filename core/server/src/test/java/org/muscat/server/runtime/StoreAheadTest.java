package org.muscat.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.store.Store;
import org.muscat.store.StoreException;
import org.muscat.store.StoreLocation;

class StoreAheadTest {

  @TempDir private Path folder;

  @Test
  void shouldOpenAStoreThatIsThere() {
    Path file = folder.resolve("muscat.db");
    Store.open(file).close();

    StoreAhead ahead = StoreAhead.of(StoreLocation.file(file));
    try (Store store = ahead.take()) {
      ahead.close();

      assertThat(store.stamp()).as("still open").isZero();
    }
  }

  @Test
  void shouldMakeAStoreOnlyWhenItIsTaken() {
    Path file = folder.resolve("muscat.db");

    StoreAhead.of(StoreLocation.file(file)).close();
    await().during(Duration.ofMillis(200)).until(() -> Files.notExists(file));

    try (StoreAhead ahead = StoreAhead.of(StoreLocation.file(file));
        Store store = ahead.take()) {
      assertThat(store.stamp()).isZero();
    }
    assertThat(file).exists();
  }

  @Test
  void shouldCloseAStoreThatNobodyTakes() {
    Path file = folder.resolve("muscat.db");
    Store.open(file).close();

    StoreAhead ahead = StoreAhead.of(StoreLocation.file(file));
    await().untilAsserted(() -> assertThat(SessionAheadTest.openFiles(folder)).isPositive());
    ahead.close();

    await().untilAsserted(() -> assertThat(SessionAheadTest.openFiles(folder)).isZero());
  }

  @Test
  void shouldSayWhyAStoreCannotBeOpenedToWhoeverTakesIt() throws IOException {
    Path file = Files.writeString(folder.resolve("muscat.db"), "no database".repeat(500));

    StoreAhead.of(StoreLocation.file(file)).close();
    try (StoreAhead ahead = StoreAhead.of(StoreLocation.file(file))) {
      assertThatThrownBy(ahead::take)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is not a database");
    }
  }
}
