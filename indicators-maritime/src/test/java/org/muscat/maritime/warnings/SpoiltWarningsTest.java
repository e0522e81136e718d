package org.muscat.maritime.warnings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.maritime.warnings.Warnings.hydropac;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muscat.maritime.geo.RefusedException;
import org.muscat.maritime.reports.Spoiler;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.Observation;
import org.muscat.toolkit.Json;

/** Spoilt warnings and cursors; anything thrown but what the feed expects fails the test. */
class SpoiltWarningsTest {

  private static final Instant NOW = Instant.parse("2025-05-01T00:00:00Z");
  private static final String TEXT =
      "MINES ADRIFT IN 12-33.0N 043-30.0E AND 12-34.0N 043-30.0E. CANCEL THIS MSG 251516Z APR 25.";

  @Test
  void shouldReadAWarningOrSayWhyNot() throws Exception {
    Spoiler spoiler = new Spoiler(9);
    Map<?, ?> whole = (Map<?, ?>) Json.read(hydropac(7, TEXT));
    List<String> fields = List.of("text", "issueDate", "navArea", "subregion", "authority");
    int read = 0;
    int refused = 0;

    for (int i = 0; i < 150_000; i++) {
      Map<Object, Object> spoilt = new HashMap<>(whole);
      spoilt.compute(spoiler.one(fields), (field, text) -> spoiler.spoil(String.valueOf(text)));
      try {
        Observation warning = WarningReader.read(spoilt, NOW);
        assertThat(warning.observedAt()).isBefore(NOW);
        read++;
      } catch (RefusedException e) {
        assertThat(e).hasMessageStartingWith(e.reason().word() + ": ");
        refused++;
      }
    }

    assertThat(read).isGreaterThan(10_000);
    assertThat(refused).isGreaterThan(10_000);
  }

  @Test
  void shouldReadACursorOrRefuseIt() throws Exception {
    Spoiler spoiler = new Spoiler(10);
    Observation warning = WarningReader.read(Json.read(hydropac(7, TEXT)), NOW);
    String cursor = InForce.of(Map.of(warning.key(), warning)).toString();
    int read = 0;
    int refused = 0;

    for (int i = 0; i < 100_000; i++) {
      try {
        InForce.parse(Optional.of(spoiler.spoil(cursor))).ended(Set.of(), NOW);
        read++;
      } catch (FeedException e) {
        assertThat(e.reason()).isEqualTo(Reason.CONFIGURATION);
        refused++;
      }
    }

    assertThat(read).isGreaterThan(10_000);
    assertThat(refused).isGreaterThan(1_000);
  }
}
