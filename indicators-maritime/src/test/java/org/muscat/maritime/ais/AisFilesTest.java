package org.muscat.maritime.ais;

import static org.muscat.contract.MuscatAssertions.assertThat;
import static org.muscat.contract.MuscatAssertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.FeedTestKit;
import org.muscat.spi.Batch;

/** Ships enter at 25 N 57 E and leave at 26 N 55 E. */
class AisFilesTest {

  private static final String DAY = "2024-03-01";

  private final FeedTestKit<AisFilesConfig> kit = FeedTestKit.of(new AisFilesProvider());
  private final Path folder;
  private final StringBuilder file =
      new StringBuilder("MMSI,BaseDateTime,LAT,LON,SOG,VesselType,VesselName\n");

  AisFilesTest(@TempDir Path folder) {
    this.folder = folder;
    kit.config(
            "{path: ais, strait: hormuz, before: [24.5, 56.5, 25.5, 58], after: [25.5, 54, 26.6,"
                + " 55.5]}")
        .in(folder);
  }

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void shouldCountWhoCameThroughAndWhoFellSilent() throws Exception {
    reports("111111111", 80, 0, 8, 1, 25, 57);
    reports("111111111", 80, 9, 12, 1, 26, 55);
    reports("222222222", 70, 0, 6, 1, 25, 57);
    end();

    assertThat(kit.fetch())
        .hasObservation("ais/hormuz/seen-before", DAY, 2)
        .hasObservation("ais/hormuz/dark", DAY, 1)
        .hasObservations(2)
        .hasNoRejections();
  }

  @Test
  void shouldNotCallAVesselDarkThatIsHeardElsewhere() throws Exception {
    reports("111111111", 80, 0, 40, 1, 25, 57);
    end();

    assertThat(kit.fetch()).hasObservations(0);
  }

  @Test
  void shouldNotCallAVesselDarkThatWentBack() throws Exception {
    reports("111111111", 80, 0, 5, 1, 25, 57);
    reports("111111111", 80, 5, 6, 1, 25.2, 59);
    reports("111111111", 80, 12, 40, 1, 25, 57);
    end();

    assertThat(kit.fetch()).hasObservations(0);
  }

  @Test
  void shouldCallAVesselDarkThatComesBackOnlyADayLater() throws Exception {
    reports("111111111", 80, 0, 5, 1, 25, 57);
    reports("111111111", 80, 30, 35, 1, 26, 55);
    end();

    assertThat(kit.fetch()).hasObservation("ais/hormuz/dark", DAY, 1);
  }

  @Test
  void shouldNotJudgeAVesselWhoseDayTheFileDoesNotHold() throws Exception {
    reports("111111111", 80, 0, 6, 1, 25, 57);

    assertThat(fetched()).hasObservations(0);
  }

  /** Four reports under way, five at anchor, a fishing vessel. */
  @ParameterizedTest
  @CsvSource({"80, 4, 9", "80, 8, 0.2", "30, 8, 9"})
  void shouldNotCountWhatIsNoVesselUnderWay(int type, int reports, double knots) throws Exception {
    for (int hour = 0; hour < reports; hour++) {
      report("111111111", type, hour, 25, 57, knots);
    }
    end();

    assertThat(fetched()).hasObservations(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11111111,2024-03-01T00:00:00,25,57,9,80,x | mmsi '11111111' is not nine digits",
        "111111111,yesterday,25,57,9,80,x | time 'yesterday' is not an ISO moment",
        "111111111,2024-03-01T00:00:00,95,57,9,80,x | latitude 95.0 is not in [-90, 90]",
        "111111111,2024-03-01T00:00:00,25,57,fast,80,x | speed 'fast' is not a number",
        "111111111,2024-03-01T00:00:00,25,57,NaN,80,x | speed 'NaN' is not finite",
        "111111111,2024-03-01T00:00:00,25 | row has 3 cells; the header names 7"
      })
  void shouldSayWhyARowIsRefused(String row, String reason) throws Exception {
    file.append(row).append('\n');

    assertThat(fetched()).hasRejection(reason);
  }

  @Test
  void shouldRefuseAFileWithoutTheColumns() throws Exception {
    Files.createDirectories(folder.resolve("ais"));
    Files.writeString(folder.resolve("ais/a.csv"), "MMSI,LAT,LON\n");

    assertThat(kit.fetch()).hasRejection("header has no column 'time' or 'basedatetime'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 2, 3] | needs [south, west, north, east]",
        "[26, 55, 25, 57] | the north above the south",
        "[-95, 55, 25, 57] | latitude -95.0"
      })
  void shouldRefuseAGateThatIsNoBox(String gate, String reason) {
    kit.config("{path: ais, strait: hormuz, before: " + gate + ", after: [25.5, 54, 26.6, 55.5]}");

    assertThatThrownBy(kit::fetch).hasMessageContaining("before").hasMessageContaining(reason);
  }

  /** Somebody is heard two days later, so that the file holds the days before. */
  private void end() throws IOException {
    report("999999999", 30, 48, 0, 0, 5);
    write();
  }

  private Batch fetched() throws Exception {
    write();
    return kit.fetch();
  }

  private void write() throws IOException {
    Files.createDirectories(folder.resolve("ais"));
    Files.writeString(folder.resolve("ais/a.csv"), file);
  }

  private void reports(
      String vessel, int type, int from, int to, int step, double latitude, double longitude) {
    for (int hour = from; hour < to; hour += step) {
      report(vessel, type, hour, latitude, longitude, 12);
    }
  }

  private void report(
      String vessel, int type, int hour, double latitude, double longitude, double knots) {
    String time =
        Instant.parse(DAY + "T00:00:00Z").plus(Duration.ofHours(hour)).toString().replace("Z", "");
    file.append(
        "%s,%s,%s,%s,%s,%d,NAME\n".formatted(vessel, time, latitude, longitude, knots, type));
  }
}
