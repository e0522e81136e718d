package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strait is half empty for forty days: its baseline learns nothing of it, and says so. */
class FrozenBaselineTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LOW_DAYS = 40;
  private static final int LOW_CALLS = 40;

  @TempDir private static Path folder;

  private static PortWatchServer portWatch;
  private static MuscatProcess muscat;
  private static JsonNode index;
  private static LocalDate frozenSince;

  @BeforeAll
  static void serve() throws IOException {
    portWatch = new PortWatchServer(PortWatchServer.calmThenLow(900, LOW_DAYS, LOW_CALLS));
    // Of a hundred calls a day the mean of a week is below three quarters on the third low day.
    frozenSince = LocalDate.now(ZoneOffset.UTC).minusDays(2).minusDays(LOW_DAYS - 1L).plusDays(2);
    Files.writeString(
        folder.resolve("sea.yaml"),
        """
        model: sea
        version: 1
        theatres: [{id: hormuz}]
        pillars:
          maritime: {weight: 1, indicators: {transit-shortfall: {config: {strait: hormuz}}}}
        minimum-live: 1
        """);
    Path config =
        Files.writeString(
            folder.resolve("muscat.yaml"),
            """
            models: [sea.yaml]
            http: {requests-per-second: 1000, burst: 1000}
            feeds:
              - {feed: portwatch, config: {url: "%s", straits: [hormuz]}}
            """
                .formatted(portWatch.url()));
    muscat = MuscatProcess.serve(folder, "--config", config.toString());
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(FrozenBaselineTest::isScored);
  }

  @AfterAll
  static void stop() {
    muscat.close();
    portWatch.close();
  }

  private static boolean isScored() throws IOException {
    index = JSON.readTree(muscat.get("/api/v1/theatres/hormuz/index").body());
    return index.at("/status").asText().equals("scored");
  }

  @Test
  void shouldSayInTheApiSinceWhen() {
    JsonNode reading = index.at("/pillars/0/indicators/0");

    assertThat(reading.at("/facts/frozen-since").asText()).isEqualTo(frozenSince.toString());
    // It learnt the first two low days, and none of the 38 after them.
    assertThat(reading.at("/facts/gated-baseline").asText()).isEqualTo("99.1");
    assertThat(reading.at("/value").asDouble()).isCloseTo(LOW_CALLS / 99.1, within(0.001));
  }

  @Test
  void shouldSayInTheMetricsSinceWhen() {
    long since = frozenSince.atStartOfDay(ZoneOffset.UTC).toEpochSecond();

    assertThat(muscat.get("/metrics").body().lines())
        .filteredOn(line -> line.startsWith("muscat_baseline_frozen_since_timestamp_seconds{"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .isEqualTo((double) since));
  }

  @Test
  @Tag("gates")
  void shouldSayOnThePageSinceWhen() throws IOException {
    String page = Browser.show(muscat.url() + "/#hormuz");

    assertThat(page).contains("baseline frozen since " + frozenSince);
  }
}
