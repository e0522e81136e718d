package org.muscat.maritime.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.maritime.geo.RefusedException;
import org.muscat.maritime.reports.Spoiler;

/** Spoilt rows; anything thrown but a refusal fails the test. */
class SpoiltAdvisoriesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-06-30T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void shouldReadARowOrSayWhyNot() {
    Spoiler spoiler = new Spoiler(12);
    AdvisoryRows rows =
        AdvisoryRows.open(
            List.of("issuer", "number", "area", "level", "issued", "until", "title", "known_at"),
            CLOCK);
    List<String> row =
        List.of(
            "marad",
            "2025-003",
            "red-sea",
            "severe",
            "2025-03-01",
            "2025-09-01",
            "made up",
            "2025-03-02T12:00:00Z");
    int read = 0;
    int refused = 0;

    for (int i = 0; i < 100_000; i++) {
      try {
        assertThat(rows.read(2, spoiler.spoil(row))).hasSize(1);
        read++;
      } catch (RefusedException e) {
        assertThat(e).hasMessageStartingWith(e.reason().word() + ": ");
        refused++;
      }
    }

    assertThat(read).isGreaterThan(10_000);
    assertThat(refused).isGreaterThan(10_000);
  }
}
