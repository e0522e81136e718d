package org.muscat.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLocationTest {

  @Test
  void shouldBeAFileUnlessItIsAUrl() {
    assertThat(StoreLocation.of("data/muscat.db"))
        .hasToString(Path.of("data/muscat.db").toAbsolutePath().toString());
  }

  @Test
  void shouldNameADatabaseWithoutItsSecrets() {
    StoreLocation location =
        StoreLocation.postgres(
            "jdbc:postgresql://db.example:5433,[::1]/muscat?password=hunter2&sslmode=require",
            "muscat",
            "hunter3");

    assertThat(location).hasToString("jdbc:postgresql://db.example:5433,[::1]/muscat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:muscat?password=hunter2",
        "jdbc:postgresql://muscat:hunter2@db/muscat",
        "jdbc:postgresql://muscat:hunter2@db/muscat?password=hunter2",
        "jdbc:postgresql://db/?password=hunter2",
        "jdbc:postgresql://db:port/muscat?password=hunter2",
        "jdbc:postgresql://db:99999/muscat?password=hunter2",
        "jdbc:postgresql://db/muscat?hunter2",
        "jdbc:postgresql://db/muscat?password=%hunter2",
        "jdbc:postgresql://db/muscat?passwort=hunter2",
        "jdbc:mysql://db/muscat?password=hunter2",
        "jdbc:mysql://muscat:hunter2@db/muscat"
      })
  void shouldRefuseWhatItCannotUseWithoutTellingSecrets(String url) {
    assertThatThrownBy(() -> StoreLocation.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .message()
        .isNotBlank()
        .doesNotContain("hunter2");
  }
}
