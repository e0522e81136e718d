package org.muscat.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.KnownBasis;

class KnownAtTest {

  @ParameterizedTest
  @CsvSource({
    "lag:P9D, 2019-09-13T00:00:00Z, 2019-09-22T00:00:00Z",
    "lag:PT15M, 2019-09-13T10:00:00Z, 2019-09-13T10:15:00Z",
    // Friday, Saturday, Sunday: known on Monday
    "lag:P1BD, 2019-09-13T00:00:00Z, 2019-09-16T00:00:00Z",
    "lag:P1BD, 2019-09-14T00:00:00Z, 2019-09-16T00:00:00Z",
    "lag:P1BD, 2019-09-15T00:00:00Z, 2019-09-16T00:00:00Z",
    "lag:P1BD, 2019-09-16T00:00:00Z, 2019-09-17T00:00:00Z",
    "lag:P3BD, 2019-09-12T00:00:00Z, 2019-09-17T00:00:00Z",
    "at:2026-07-06T00:00:00Z, 2019-09-13T00:00:00Z, 2026-07-06T00:00:00Z"
  })
  void shouldSayFromWhenARowIsKnown(String how, Instant observedAt, Instant knownAt) {
    assertThat(KnownAt.parse(how).of(observedAt)).contains(knownAt);
  }

  @Test
  void shouldLeaveItToTheColumn() {
    assertThat(KnownAt.parse("column").isColumn()).isTrue();
    assertThat(KnownAt.parse("column").of(Instant.EPOCH)).isEmpty();
  }

  @Test
  void shouldMarkALagAsAnAssumption() {
    assertThat(KnownAt.parse("lag:P9D").basis()).isEqualTo(KnownBasis.ASSUMED);
    assertThat(KnownAt.parse("lag:P1BD").basis()).isEqualTo(KnownBasis.ASSUMED);
    assertThat(KnownAt.parse("at:2026-07-06T00:00:00Z").basis()).isEqualTo(KnownBasis.PUBLISHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lag", "lag:", "lag:9", "at:yesterday", "P9D", "lag:PBD"})
  void shouldSayWhatItCannotRead(String how) {
    assertThatThrownBy(() -> KnownAt.parse(how))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--known '" + how + "' is not column, lag:P9D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lag:-P9D", "lag:P-9D"})
  void shouldRefuseToKnowBeforeItHappened(String how) {
    assertThatThrownBy(() -> KnownAt.parse(how))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("negative");
  }
}
