package org.muscat.server.chokepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muscat.server.chokepoint.GeoJson.coordinates;
import static org.muscat.server.chokepoint.GeoJson.feature;
import static org.muscat.server.chokepoint.GeoJson.incidents;
import static org.muscat.server.chokepoint.GeoJson.json;
import static org.muscat.server.chokepoint.GeoJson.strait;
import static org.muscat.server.chokepoint.GeoJson.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.Delivery;
import org.muscat.store.Store;
import org.muscat.store.VintageBreak;

/** Straits and incidents as GeoJSON, from a server with a store. */
class ChokepointsTest {

  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final String PATH = "/api/v1/chokepoints";

  /** Readings of the plugin of the tests are stale after 1.5 days and missing after three. */
  private static final String MODEL =
      """
      model: test
      version: 1
      sources: [zeta]
      theatres: [{id: north, title: The north}]
      pillars:
        all: {weight: 1, indicators: {one: {indicator: last-value, config: {series: test/one}}}}
      minimum-live: 1
      status:
        fresh: {indicator: strait-status, config: {series: test/fresh, latitude: "26.3", longitude: "56.86"}}
        stale: {indicator: strait-status, config: {series: test/stale, latitude: "-52.64", longitude: "190"}}
        silent: {indicator: strait-status, config: {series: test/silent, latitude: "12.79", longitude: "43.35"}}
        doubted: {indicator: strait-status, config: {series: test/doubted, latitude: "30.59", longitude: "32.44"}}
        never: {indicator: strait-status, config: {series: test/never, latitude: "1", longitude: "2"}}
        nowhere: {indicator: strait-status, config: {series: test/fresh}}
      """;

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;

  @BeforeAll
  static void start() throws IOException {
    Session session = Home.in(folder).model("test", MODEL).open();
    Store store = session.store();
    Home.points(store, "test/one", FROM, 10, 20, 30, 20, 10, 40, 30, 20, 20, 20);
    Home.points(store, "test/fresh", FROM, 90, 90, 90, 90, 90, 90, 90, 90, 90);
    Home.point(store, "test/fresh", at("2025-01-10"), at("2025-01-10").plusSeconds(3_600), 80);
    Home.points(store, "test/stale", FROM, 90, 90, 90, 90, 90, 90, 90, 90);
    Home.points(store, "test/silent", FROM, 90, 90, 90, 90, 90);
    Home.points(store, "test/doubted", FROM, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90);
    store
        .vintageBreaks()
        .add(
            List.of(new VintageBreak("test", 2, "drop", "test/doubted", 60, 59, at("2025-01-09"))));
    List<Observation> reports = new ArrayList<>();
    reports.add(
        report("asam", "2025-1", "2025-01-02", Map.of("longitude", "-181", "latitude", "5")));
    reports.add(report("asam", "2024-1", "2024-01-09", place("5", "6")));
    reports.add(report("asam", "2024-2", "2024-01-12", place("7", "8")));
    reports.add(report("asam", "2025-2", "2025-01-03", Map.of("title", "At sea")));
    reports.add(
        report(
            "ukmto",
            "9",
            "2025-01-03",
            Map.of("latitude", "1", "longitude", "2", "redistributable", "no")));
    reports.add(dated("2025-3", "2025-01-06", "2025-01-07"));
    reports.add(dated("2025-3", "2025-01-05", "2025-01-08"));
    reports.add(dated("2024-3", "2024-01-15", "2024-01-17"));
    reports.add(dated("2024-3", "2024-01-10", "2025-01-09"));
    reports.add(report("jmic", "of-acme", "2025-01-07", place("9", "10")));
    store.append(new Delivery("acme", 1, NOW, reports, null));
    Observation ranked = report("jmic", "of-zeta", "2025-01-07", place("9", "10"));
    store.append(new Delivery("zeta", 1, NOW, List.of(ranked), null));
    server = Running.start(session, Clock.fixed(NOW, ZoneOffset.UTC)).ready();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, String> place(String latitude, String longitude) {
    return Map.of(
        "latitude", latitude, "longitude", longitude, "title", "A skiff", "victim", "Ship");
  }

  private static Observation dated(String key, String day, String knownOn) {
    return Observation.event("incidents/asam", key, at(day), "attack", 1, place("3", "4"))
        .knownAt(at(knownOn), KnownBasis.PUBLISHED);
  }

  private static Observation report(
      String reporter, String key, String day, Map<String, String> attributes) {
    Instant observedAt = at(day);
    return Observation.event("incidents/" + reporter, key, observedAt, "attack", 1, attributes)
        .knownAt(observedAt.plus(2, ChronoUnit.DAYS), KnownBasis.PUBLISHED);
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }

  @Test
  void shouldBeAFeatureCollectionOfPointsWithTheLongitudeFirst() throws IOException {
    HttpResponse<String> answer = server.get(PATH);

    assertThat(answer.headers().firstValue("content-type")).contains("application/geo+json");
    JsonNode map = json(answer);
    assertThat(map.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(map.get("asOf").asText()).isEqualTo(NOW.toString());
    assertThat(stream(map.get("features")))
        .isNotEmpty()
        .allSatisfy(
            feature -> {
              assertThat(feature.get("type").asText()).isEqualTo("Feature");
              assertThat(feature.at("/geometry/type").asText()).isEqualTo("Point");
              assertThat(feature.at("/geometry/coordinates")).hasSize(2);
              assertThat(feature.at("/geometry/coordinates/0").asDouble()).isBetween(-180.0, 180.0);
              assertThat(feature.at("/geometry/coordinates/1").asDouble()).isBetween(-90.0, 90.0);
            });
    assertThat(stream(map.get("features")).map(feature -> feature.get("id").asText()))
        .doesNotHaveDuplicates();
    assertThat(coordinates(feature(map, "chokepoint/north/fresh"))).containsExactly(56.86, 26.3);
    assertThat(coordinates(feature(map, "chokepoint/north/stale"))).containsExactly(-170.0, -52.64);
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldSayTheWordItsAgeAndWhenItWasKnown() throws IOException {
    JsonNode said = strait(json(server.get(PATH)), "fresh");

    assertThat(said.get("kind").asText()).isEqualTo("chokepoint");
    assertThat(said.get("theatre").asText()).isEqualTo("north");
    assertThat(said.get("id").asText()).isEqualTo("fresh");
    assertThat(said.get("indicator").asText()).isEqualTo("strait-status");
    assertThat(said.get("title").asText()).isEqualTo("The north");
    assertThat(said.get("demo").asBoolean()).isFalse();
    assertThat(said.get("status").asText()).isEqualTo("OPEN");
    assertThat(said.get("since").asText()).isEqualTo("2025-01-01");
    assertThat(said.get("value").asDouble()).isEqualTo(80);
    assertThat(said.get("observedAt").asText()).isEqualTo("2025-01-10T00:00:00Z");
    assertThat(said.get("knownAt").asText()).isEqualTo("2025-01-10T01:00:00Z");
    assertThat(said.get("ageSeconds").asLong()).isEqualTo(12 * 3_600);
    assertThat(said.get("quality").asText()).isEqualTo("ok");
    assertThat(said.get("reason").asText()).isEmpty();
  }

  @Test
  void shouldSayThatAWordIsStale() throws IOException {
    JsonNode said = strait(json(server.get(PATH)), "stale");

    assertThat(said.get("status").asText()).isEqualTo("OPEN");
    assertThat(said.get("ageSeconds").asLong()).isEqualTo(60 * 3_600);
    assertThat(said.get("quality").asText()).isEqualTo("stale");
    assertThat(said.get("reason").asText()).isEqualTo("newest data are of 2025-01-08T00:00:00Z");
  }

  /** Where it is was told by an earlier reading. */
  @Test
  void shouldKeepAStraitOnTheMapOfWhichNothingIsKnownAnyMore() throws IOException {
    JsonNode map = json(server.get(PATH));

    JsonNode silent = strait(map, "silent");
    assertThat(coordinates(feature(map, "chokepoint/north/silent"))).containsExactly(43.35, 12.79);
    assertThat(silent.get("status").isNull()).isTrue();
    assertThat(silent.get("value").isNull()).isTrue();
    assertThat(silent.get("observedAt").isNull()).isTrue();
    assertThat(silent.get("knownAt").isNull()).isTrue();
    assertThat(silent.get("ageSeconds").isNull()).isTrue();
    assertThat(silent.get("quality").asText()).isEqualTo("missing");
    assertThat(silent.get("reason").asText()).contains("2025-01-05T00:00:00Z are older than");
  }

  /** Its source told its past anew the day before, and it was not read whole yet. */
  @Test
  void shouldKeepAStraitOnTheMapThatIsSuspect() throws IOException {
    JsonNode map = json(server.get(PATH));

    JsonNode doubted = strait(map, "doubted");
    assertThat(coordinates(feature(map, "chokepoint/north/doubted"))).containsExactly(32.44, 30.59);
    assertThat(doubted.get("status").isNull()).isTrue();
    assertThat(doubted.get("quality").asText()).isEqualTo("suspect");
    assertThat(doubted.get("reason").asText())
        .startsWith("source 'test' told its past anew, seen at 2025-01-09T00:00:00Z");
    JsonNode before = strait(json(server.get(PATH + "?asOf=2025-01-08T12:00:00Z")), "doubted");
    assertThat(before.get("status").asText()).isEqualTo("OPEN");
    assertThat(before.get("quality").asText()).isEqualTo("ok");
  }

  @Test
  void shouldNameWhatHasNoPlace() throws IOException {
    JsonNode map = json(server.get(PATH));

    assertThat(stream(map.get("unplaced")).map(one -> one.get("id").asText()))
        .containsExactly(
            "chokepoint/north/never",
            "chokepoint/north/nowhere",
            "incident/asam/2025-2/2025-01-03T00:00:00Z");
    assertThat(stream(map.get("unplaced")).map(one -> one.get("reason").asText()))
        .containsExactly(
            "no reading tells its place: not the present one, none of a maximum age or a year"
                + " before, and this process remembers none",
            "nothing tells its latitude",
            "nothing tells its latitude");
    assertThat(map.at("/unplaced/0/properties/reason").asText())
        .isEqualTo("nothing is known of test/never");
    assertThat(map.at("/unplaced/1/properties/status").asText()).isEqualTo("OPEN");
    assertThat(map.at("/unplaced/2/properties/title").asText()).isEqualTo("At sea");
  }

  @Test
  void shouldShowTheIncidentsOfAYear() throws IOException {
    JsonNode map = json(server.get(PATH));

    assertThat(incidents(map)).containsExactly("2024-2", "2025-1", "2025-3", "of-zeta");
    JsonNode said = feature(map, "incident/asam/2024-2/2024-01-12T00:00:00Z");
    assertThat(coordinates(said)).containsExactly(8.0, 7.0);
    assertThat(said.at("/properties/reporter").asText()).isEqualTo("asam");
    assertThat(said.at("/properties/type").asText()).isEqualTo("attack");
    assertThat(said.at("/properties/weight").asDouble()).isEqualTo(1);
    assertThat(said.at("/properties/title").asText()).isEqualTo("A skiff");
    assertThat(said.at("/properties/victim").asText()).isEqualTo("Ship");
    assertThat(said.at("/properties/aggressor").isNull()).isTrue();
    assertThat(said.at("/properties/knownAt").asText()).isEqualTo("2024-01-14T00:00:00Z");
    assertThat(said.at("/properties/ageSeconds").asLong()).isEqualTo(31_492_800);
    assertThat(coordinates(feature(map, "incident/asam/2025-1/2025-01-02T00:00:00Z")))
        .containsExactly(179.0, 5.0);
  }

  /** Its date was corrected the day after it was first told. */
  @Test
  void shouldShowAReportOfWhichTheDateWasCorrectedOnce() throws IOException {
    JsonNode before = json(server.get(PATH + "?asOf=2025-01-07T12:00:00Z"));
    JsonNode after = json(server.get(PATH));

    assertThat(ids(before, "2025-3")).containsExactly("incident/asam/2025-3/2025-01-06T00:00:00Z");
    assertThat(ids(after, "2025-3")).containsExactly("incident/asam/2025-3/2025-01-05T00:00:00Z");
  }

  /** The corrected date lies more than a year before. */
  @Test
  void shouldNotShowAReportThatACorrectionMovedOutOfTheYear() throws IOException {
    JsonNode before = json(server.get(PATH + "?asOf=2025-01-08T23:59:59Z"));
    JsonNode after = json(server.get(PATH));

    assertThat(ids(before, "2024-3")).containsExactly("incident/asam/2024-3/2024-01-15T00:00:00Z");
    assertThat(ids(after, "2024-3")).isEmpty();
  }

  @Test
  void shouldTakeReportsFromTheSourceThatTheModelRanksFirst() throws IOException {
    assertThat(incidents(json(server.get(PATH)))).contains("of-zeta").doesNotContain("of-acme");
  }

  private static List<String> ids(JsonNode map, String key) {
    return stream(map.get("features"))
        .map(feature -> feature.get("id").asText())
        .filter(id -> id.startsWith("incident/asam/" + key + "/"))
        .toList();
  }

  @Test
  void shouldCountWhatMayNotBePassedOnAndTellNothingElseOfIt() throws IOException {
    JsonNode map = json(server.get(PATH));

    assertThat(map.get("withheld")).hasSize(1);
    assertThat(map.at("/withheld/0/reporter").asText()).isEqualTo("ukmto");
    assertThat(map.at("/withheld/0/count").asInt()).isEqualTo(1);
    assertThat(map.at("/withheld/0/reason").asText()).contains("forbid");
    assertThat(map.toString()).doesNotContain("incident/ukmto");
  }

  /** A report of the second of January is known from the fourth on. */
  @Test
  void shouldShowThePastAsItWasKnownThen() throws IOException {
    JsonNode before = json(server.get(PATH + "?asOf=2025-01-03T23:59:59Z"));
    JsonNode after = json(server.get(PATH + "?asOf=2025-01-04T00:00:00Z"));

    assertThat(incidents(before)).containsExactly("2024-1", "2024-2", "2024-3");
    assertThat(incidents(after)).containsExactly("2024-1", "2024-2", "2024-3", "2025-1");
    JsonNode silent = strait(before, "silent");
    assertThat(silent.get("status").asText()).isEqualTo("OPEN");
    assertThat(silent.get("observedAt").asText()).isEqualTo("2025-01-03T00:00:00Z");
    assertThat(silent.get("ageSeconds").asLong()).isEqualTo(86_399);
    assertThat(before.get("asOf").asText()).isEqualTo("2025-01-03T23:59:59Z");
  }

  @Test
  void shouldSayTheSameOfThePublishedMomentWhenItIsAskedFor() throws IOException {
    assertThat(json(server.get(PATH + "?asOf=" + NOW))).isEqualTo(json(server.get(PATH)));
  }

  @Test
  void shouldRefuseWhatIsNoMoment() throws IOException {
    HttpResponse<String> answer = server.get(PATH + "?asOf=yesterday");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(new ObjectMapper().readTree(answer.body()).get("detail").asText())
        .isEqualTo("parameter asOf: 'yesterday' is not an instant such as 2019-09-20T00:00:00Z");
  }
}
