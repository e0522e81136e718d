package org.muscat.maritime.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;
import org.muscat.toolkit.drop.DroppedFile;

class IncidentFilesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-06-30T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void shouldReadTheWholeRecordedFile() throws Exception {
    DroppedFile file = read(Files.readString(Recorded.data("maritime/asam_1978_2014.csv")));

    Map<String, Long> types =
        file.observations().stream()
            .collect(Collectors.groupingBy(Observation::type, TreeMap::new, Collectors.counting()));
    assertThat(file.rejections()).isEmpty();
    assertThat(file.observations()).hasSize(6_456);
    assertThat(types.toString())
        .isEqualTo(
            "{attack=937, boarding=3765, hit=8, other=334, seizure=624, suspicious-approach=788}");
  }

  /** Found by eye, from the words around each weapon; see docs/maritime-reports.md. */
  @Test
  void shouldFindTheHitsOfTheRecordedFile() throws Exception {
    DroppedFile file = read(Files.readString(Recorded.data("maritime/asam_1978_2014.csv")));

    assertThat(file.observations().stream().filter(event -> event.type().equals("hit")))
        .extracting(Observation::key)
        .containsExactlyInAnyOrder(
            "1985-12", "1985-16", "1987-2", "1987-28", "1988-8", "1989-11", "1990-3", "2006-181");
  }

  @ParameterizedTest
  @CsvSource({
    "A tanker was hit by an anti-ship missile, hit",
    "A ship struck an unlit mine and sank, hit",
    "A ship was struck by an unmanned aerial system, hit",
    "Two drones have hit the ship, hit",
    "A missile passed the ship and was not hit by anything, attack",
    "A ship was hit by a rocket propelled grenade in an attack, attack",
    "One rocket flare hit the skiff, other",
    "The tug was seized; its tow was a tanker which had been hit by two missiles, seizure",
    "Tanker hijacked after it was boarded, seizure",
    "Robbers boarded the ship, boarding",
    "A skiff fired upon the ship, attack",
    "A skiff made a suspicious approach, suspicious-approach",
    "A wreck was sighted, other"
  })
  void shouldTellTheType(String text, String type) {
    assertThat(IncidentType.in(text).word()).isEqualTo(type);
  }

  @Test
  void shouldReadTheOtherLayouts() throws Exception {
    String ukmto =
        """
        incidentNumber,utcDateOfIncident,locationLatitude,locationLongitude,otherDetails
        12,2024-01-15T10:30:00,12.5,43.5,Vessel hit by a missile
        """;
    String imb =
        """
        Attack Number,Date of Incident,Narrations
        110-24,2024-12-13,13.12.2024: Posn: 05:30.00S – 105:15.00E. Robbers boarded.
        """;

    assertThat(read(ukmto).observations())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.series()).isEqualTo("incidents/ukmto");
              assertThat(event.key()).isEqualTo("12");
              assertThat(event.observedAt()).isEqualTo("2024-01-15T10:30:00Z");
              assertThat(event.value()).isEqualTo(2);
              assertThat(event.attributes()).containsEntry("redistributable", "no");
            });
    assertThat(read(imb).observations())
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.attributes())
                    .containsEntry("latitude", "-5.5")
                    .containsEntry("longitude", "105.25")
                    .doesNotContainKey("redistributable"));
  }

  @Test
  void shouldReviseTheEntryThatAnUpdateNames() throws Exception {
    String text =
        """
        reference_number,date_of_occurrence,latitude,longitude,description
        2022-143,2022-05-21,1,105,(Update of entry 2022-137) Robbers boarded.
        """;

    assertThat(read(text).observations())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.key()).isEqualTo("2022-137");
              assertThat(event.attributes()).containsEntry("update", "2022-143");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'2022-1,2022-05-21,95,105,x', latitude",
    "'2022-1,2022-05-21,,105,x', no-position",
    "'2022-1,21 May,1,105,x', date",
    "'2022-1,2026-05-21,1,105,x', future",
    "',2022-05-21,1,105,x', text",
    "'2022-1,2022-05-21,1,105', cells"
  })
  void shouldRefuseABadRow(String row, String reason) throws Exception {
    DroppedFile file =
        read("reference_number,date_of_occurrence,latitude,longitude,description\n" + row + "\n");

    assertThat(file.observations()).isEmpty();
    assertThat(file.rejections())
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.reason()).startsWith(reason + ": "));
  }

  private static DroppedFile read(String text) throws InterruptedException {
    return DroppedFile.parse(
        "x.csv",
        text.getBytes(UTF_8),
        header -> IncidentFilesFeed.open(header, Optional.empty(), CLOCK));
  }
}
