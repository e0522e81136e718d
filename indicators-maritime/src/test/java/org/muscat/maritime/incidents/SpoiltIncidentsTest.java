package org.muscat.maritime.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.maritime.geo.RefusedException;
import org.muscat.maritime.reports.Spoiler;
import org.muscat.spi.Observation;
import org.muscat.toolkit.drop.Layout;

/** Spoilt rows of every layout; anything thrown but a refusal fails the test. */
class SpoiltIncidentsTest {

  private static final Instant NOW = Instant.parse("2025-06-30T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "reference_number|date_of_occurrence|latitude|longitude|description"
            + "#2022-1|2022-05-21|26.5|56.5|(Update of entry 2022-0) A skiff fired upon the ship",
        "incidentNumber|utcDateOfIncident|locationLatitude|locationLongitude|otherDetails"
            + "#12|2024-01-15T10:30:00|12-30.5N|043-30E|Vessel hit by a missile",
        "Attack Number|Date of Incident|Narrations"
            + "#110-24|2024-12-13|Posn: 05:30.00S – 105:15.00E. Robbers boarded.",
        "reporter|reference|observed_at|latitude|longitude|type|title|known_at"
            + "#jmic|1|2024-12-13|12.5|43.5|hit|made up|2024-12-14"
      })
  void shouldReadARowOrSayWhyNot(String header, String row) {
    Spoiler spoiler = new Spoiler(11);
    Layout.Rows rows =
        IncidentFilesFeed.open(
            List.of(header.split("\\|")),
            Optional.of(Duration.ofDays(3)),
            Clock.fixed(NOW, ZoneOffset.UTC));
    List<String> cells = List.of(row.split("\\|"));
    int read = 0;
    int refused = 0;

    for (int i = 0; i < 50_000; i++) {
      try {
        List<Observation> events = rows.read(2, spoiler.spoil(cells));
        assertThat(events).hasSize(1);
        read++;
      } catch (RefusedException e) {
        assertThat(e).hasMessageStartingWith(e.reason().word() + ": ");
        refused++;
      }
    }

    assertThat(read).isGreaterThan(10_000);
    assertThat(refused).isGreaterThan(5_000);
  }
}
