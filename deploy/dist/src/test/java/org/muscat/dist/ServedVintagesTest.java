package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server under which PortWatch publishes its three histories of Hormuz, one after the other: it
 * says everywhere that the past was told anew, and nothing alarms.
 */
class ServedVintagesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String INDEX = "/api/v1/theatres/hormuz/index";
  private static final String SERIES = "transits/hormuz/all";

  private static final String MODEL =
      """
      model: sea
      version: 1
      theatres: [{id: hormuz}]
      pillars:
        maritime:
          weight: 1
          indicators:
            transit-shortfall: {config: {strait: hormuz}}
            tanker-shortfall: {indicator: transit-shortfall, config: {strait: hormuz, measure: tanker-calls}}
      status:
        chokepoint-status: {config: {strait: hormuz}}
      """;

  @TempDir private static Path folder;

  private static PortWatchServer portWatch;
  private static MuscatProcess muscat;

  /** The published document of the index under vintage A, B and C. */
  private static final List<String> PUBLISHED = new ArrayList<>();

  @BeforeAll
  static void follow() throws IOException {
    List<List<PortWatchServer.Day>> vintages =
        List.of(
            PortWatchServer.recorded("hormuz_vintage-A_2026-04-27.csv", 1, 2),
            PortWatchServer.recorded("hormuz_vintage-B_2026-07-06.csv", 12, 10),
            PortWatchServer.recorded("hormuz_vintage-C_2026-08-20.csv", 12, 10));
    portWatch = new PortWatchServer(vintages.get(0));
    Files.writeString(folder.resolve("sea.yaml"), MODEL);
    Path config =
        Files.writeString(
            folder.resolve("muscat.yaml"),
            """
            models: [sea.yaml]
            http: {requests-per-second: 1000, burst: 1000}
            feeds:
              - {feed: portwatch, every: PT1S, config: {url: "%s", straits: [hormuz]}}
            """
                .formatted(portWatch.url()));
    muscat = MuscatProcess.serve(folder, "--config", config.toString());
    for (List<PortWatchServer.Day> vintage : vintages) {
      portWatch.publish(vintage);
      Awaitility.await("vintage " + (PUBLISHED.size() + 1))
          .atMost(PATIENCE)
          .until(() -> isPublished(PUBLISHED.size()));
      PUBLISHED.add(muscat.get(INDEX).body());
    }
  }

  @AfterAll
  static void stop() {
    muscat.close();
    portWatch.close();
  }

  /** Whether the index is one of the vintage that comes after so many breaks. */
  private static boolean isPublished(int breaks) throws IOException {
    JsonNode index = json(INDEX);
    return index.at("/status").asText().equals("scored")
        && breaksOf(SERIES).count() == breaks
        && PUBLISHED.stream().noneMatch(before -> reading(read(before)) == reading(index));
  }

  @Test
  void shouldSayInTheApiWhichSeriesWereToldAnewAndWhen() throws IOException {
    JsonNode feed = json("/api/v1/feeds").get(0);

    assertThat(feed.at("/state").asText()).isEqualTo("up");
    assertThat(stream(feed.at("/vintageBreaks")).map(seen -> seen.at("/detectedAt").asText()))
        .doesNotContain("")
        .satisfies(moments -> assertThat(moments.stream().distinct()).hasSize(2));
    assertThat(breaksOf(SERIES).map(seen -> seen.at("/vintage").asInt())).containsExactly(2, 3);
    assertThat(stream(feed.at("/vintageBreaks")))
        .allSatisfy(
            seen -> {
              assertThat(seen.at("/source").asText()).isEqualTo("portwatch");
              assertThat(seen.at("/changed").asInt())
                  .isGreaterThan(seen.at("/overlapping").asInt() / 5);
              assertThat(seen.at("/open").asBoolean()).isFalse();
            });
  }

  @Test
  void shouldSayInTheMetricsWhichSeriesWereToldAnewAndWhen() throws IOException {
    String metrics = muscat.get("/metrics").body();

    Instant newest =
        breaksOf(SERIES)
            .map(seen -> Instant.parse(seen.at("/detectedAt").asText()))
            .max(Instant::compareTo)
            .orElseThrow();
    assertThat(metrics).contains("muscat_vintage_breaks_total{feed=\"portwatch\"} 2.0\n");
    assertThat(
            sample(metrics, "muscat_vintage_break_timestamp_seconds", "series=\"" + SERIES + "\""))
        .isEqualTo((double) newest.getEpochSecond());
    assertThat(metrics).doesNotContain("muscat_series_suspect{");
  }

  @Test
  void shouldRaiseNoAlarm() throws IOException {
    JsonNode first = read(PUBLISHED.get(0));

    for (String document : PUBLISHED) {
      JsonNode index = read(document);
      assertThat(stream(index.at("/flags")).map(flag -> flag.at("/verdict").asText()))
          .doesNotContain("raised");
      assertThat(index.at("/statusWords/0/status").asText()).isEqualTo("OPEN");
    }
    // Whatever was published on the way, between the fetches, stays where A left room for it.
    assertThat(stream(json("/api/v1/theatres/hormuz/history")))
        .filteredOn(point -> !point.at("/stability").isNull())
        .isNotEmpty()
        .allSatisfy(
            point ->
                assertThat(point.at("/stability").asDouble())
                    .isBetween(
                        first.at("/stability/lower").asDouble(),
                        first.at("/stability/upper").asDouble()));
    String metrics = muscat.get("/metrics").body();
    assertThat(sample(metrics, "muscat_chokepoint_status", "muscat_chokepoint_status=\"open\""))
        .isOne();
    assertThat(metrics.lines().filter(line -> line.matches("muscat_flag\\{.*} 1\\.0"))).isEmpty();
  }

  @Test
  void shouldLeaveWhatWasPublishedUnderEachVintageAsItWas() throws IOException {
    for (String document : PUBLISHED) {
      String asOf = read(document).at("/asOf").asText();

      assertThat(muscat.get(INDEX + "?asOf=" + asOf).body()).isEqualTo(document);
      assertThat(muscat.get(INDEX + "?asOf=" + asOf + "&revised=true").body()).isEqualTo(document);
    }
  }

  @Test
  void shouldShowTheStraitOnTheMap() throws IOException {
    JsonNode strait = json("/api/v1/chokepoints").at("/features/0");

    assertThat(strait.at("/geometry/coordinates").toString()).isEqualTo("[56.86,26.3]");
    assertThat(strait.at("/properties/status").asText()).isEqualTo("OPEN");
    assertThat(strait.at("/properties/quality").asText()).isEqualTo("ok");
    assertThat(strait.at("/properties/ageSeconds").asLong()).isGreaterThanOrEqualTo(2 * 86_400);
  }

  @Test
  @Tag("gates")
  void shouldSayOnThePageWhichSeriesWereToldAnewAndWhen() throws IOException {
    String page = Browser.show(muscat.url() + "/#hormuz");

    for (JsonNode seen : breaksOf(SERIES).toList()) {
      assertThat(page)
          .contains("portwatch told " + SERIES + " anew, seen " + seen.at("/detectedAt").asText());
    }
    assertThat(page).contains("OPEN", "2 days old").doesNotContain("suspect until");
  }

  private static Stream<JsonNode> breaksOf(String series) throws IOException {
    return stream(json("/api/v1/feeds").at("/0/vintageBreaks"))
        .filter(seen -> seen.at("/series").asText().equals(series));
  }

  private static double sample(String metrics, String family, String label) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(family + "{") && line.contains(label))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static double reading(JsonNode index) {
    return index.at("/pillars/0/indicators/0/value").doubleValue();
  }

  private static JsonNode json(String path) throws IOException {
    return JSON.readTree(muscat.get(path).body());
  }

  private static JsonNode read(String document) {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
