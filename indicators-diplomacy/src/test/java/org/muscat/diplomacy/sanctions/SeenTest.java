package org.muscat.diplomacy.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.spi.FeedException;

class SeenTest {

  @Test
  void shouldReadWhatItWrote() throws Exception {
    Seen seen =
        new Seen(
            "IFSR IRAN*",
            LocalDate.of(2025, 6, 18),
            LocalDate.of(2025, 6, 20),
            "etag:\"x\"",
            true,
            7,
            Map.of(
                2L,
                    SdnEntry.read(
                        "2", "A\tB\n C", "Vessel", List.of("IRAN", "IFSR"), List.of("IMO 9000001")),
                1L, SdnEntry.read("1", "D", "", List.of("IFSR"), List.of())));

    assertThat(Seen.parse(Optional.of(seen.toString()))).contains(seen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abc", "ofac-1\tX\t2025-06-18", "ofac-1\tX\t2025-06-18\tnever\t\ttrue\t0"})
  void shouldNotTakeAnotherCursorForItsOwn(String cursor) {
    assertThatThrownBy(() -> Seen.parse(Optional.of(cursor)))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("give this feed an id of its own");
  }
}
