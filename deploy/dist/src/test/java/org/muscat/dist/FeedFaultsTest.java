package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubIdentity;

/**
 * A server whose source plays every fault that its feed knows, one after the other: each has a
 * reason and a metric, and none makes the index calmer.
 */
@Order(1)
class FeedFaultsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern FAILURES =
      Pattern.compile(
          "muscat_feed_fetch_failures_total\\{feed=\"portwatch\",reason=\"(\\w+)\"} (\\S+)");

  private static final String MODEL =
      """
      model: sea
      version: 1
      theatres: [{id: hormuz}]
      pillars:
        maritime:
          weight: 1
          indicators: {transit-shortfall: {config: {strait: hormuz}}}
      minimum-live: 1
      """;

  private final Path folder;

  FeedFaultsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("sea.yaml"), MODEL);
  }

  @Test
  void shouldTellEachFaultAndKeepTheIndex() throws IOException, InterruptedException {
    try (PortWatchServer source = new PortWatchServer(PortWatchServer.calm(900));
        MuscatProcess muscat = serve(source, "")) {
      awaitScore(muscat);
      double calm = stability(muscat);
      assertThat(calm).isGreaterThan(80);
      Map<String, Double> expected = new LinkedHashMap<>();
      for (Map.Entry<String, List<StubAnswer>> fault : faults().entrySet()) {
        String reason = fault.getKey().split(" ")[0];
        expected.merge(reason, 1.0, Double::sum);

        fault.getValue().forEach(source::next);
        Awaitility.await(fault.getKey())
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(failures(muscat)).isEqualTo(expected));

        assertThat(stability(muscat)).as(fault.getKey()).isEqualTo(calm);
        awaitUp(muscat);
      }
      assertThat(feed(muscat).at("/vintageBreaks")).isEmpty();
      muscat.stop();
    }
  }

  @Test
  void shouldRefuseTheIndexWhenTheSourceCannotProveWhoItIs() throws IOException {
    StubIdentity expired = StubIdentity.expired(folder);
    try (PortWatchServer source = PortWatchServer.https(PortWatchServer.calm(900), expired);
        MuscatProcess muscat = serve(source, ", trust: [" + expired.pem() + "]")) {
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(failures(muscat)).containsKey("untrusted"));

      assertThat(feed(muscat).at("/failure").asText()).contains("certificate is no proof");
      assertThat(index(muscat).at("/status").asText()).isEqualTo("refused");
      assertThat(index(muscat).at("/stability").isNull()).isTrue();
    }
  }

  @Test
  void shouldReportAnEmptyStraitAndKeepTheOthers() throws IOException {
    try (PortWatchServer source = new PortWatchServer(PortWatchServer.calm(900));
        MuscatProcess muscat = serve(source, "", "hormuz, suez")) {
      awaitScore(muscat);

      assertThat(feed(muscat).at("/state").asText()).isEqualTo("up");
      assertThat(feed(muscat).at("/rejections").toString())
          .contains("strait suez: SOURCE_CHANGED: ", "answered without any rows at all");
      assertThat(muscat.get("/metrics").body())
          .contains(
              "muscat_x_maritime_strait_unread{feed=\"portwatch\",strait=\"suez\"} 1.0",
              "muscat_series_last_observed_timestamp_seconds{feed=\"portwatch\",series=\"transits/hormuz/all\"}")
          .doesNotContain("series=\"transits/suez/all\"");
      assertThat(muscat.log()).contains("strait suez: SOURCE_CHANGED: ");
      // The first whole history lacks a strait: that is told as a failure, once.
      assertThat(failures(muscat)).isEqualTo(Map.of("source_changed", 1.0));
    }
  }

  @Test
  void shouldTakeAHistoryInPages() throws IOException {
    try (PortWatchServer source = new PortWatchServer(PortWatchServer.calm(2_500));
        MuscatProcess muscat = serve(source, "")) {
      awaitScore(muscat);

      // Pages hold 1,000 rows, whatever is asked for.
      assertThat(feed(muscat).at("/stored").asInt()).isEqualTo(3 * 2_500);
      assertThat(source.asked()).isGreaterThanOrEqualTo(3);
      assertThat(stability(muscat)).isGreaterThan(80);
    }
  }

  /** The first word is the reason. */
  private static Map<String, List<StubAnswer>> faults() {
    Map<String, List<StubAnswer>> faults = new LinkedHashMap<>();
    faults.put("unauthorised 401", List.of(StubAnswer.status(401)));
    faults.put("unauthorised 403", List.of(StubAnswer.status(403)));
    faults.put("rate_limited 429", List.of(StubAnswer.status(429, "Retry-After: 1")));
    faults.put("source_failed 500", List.of(StubAnswer.status(500)));
    faults.put(
        "source_failed error under 200",
        List.of(
            StubAnswer.json("{\"error\":{\"code\":500,\"message\":\"Error performing query\"}}")));
    faults.put("bad_data plain text", List.of(StubAnswer.text("Your query was too long.")));
    faults.put(
        "source_changed wrong type",
        List.of(
            StubAnswer.json(
                "{\"features\":[{\"attributes\":{\"date\":true,\"portid\":\"chokepoint6\",\"n_total\":1}}]}")));
    faults.put("source_changed no rows", List.of(StubAnswer.json("{\"features\":[]}")));
    faults.put("bad_data no JSON", List.of(StubAnswer.json("{\"features\":[")));
    faults.put(
        "bad_data invalid UTF-8",
        List.of(
            StubAnswer.of(200, "application/json", new byte[] {'{', '"', (byte) 0xC3, '"', '}'})));
    faults.put("too_large huge", List.of(StubAnswer.endless()));
    faults.put(
        "bad_data no HTTP",
        List.of(StubAnswer.bytes("nonsense\r\n\r\n".getBytes(StandardCharsets.US_ASCII))));
    faults.put("source_changed 304", List.of(StubAnswer.notModified()));
    faults.put("timed_out hanging", List.of(StubAnswer.hanging()));
    // Asked for three times in all.
    StubAnswer truncated = StubAnswer.truncated("{\"features\":[");
    faults.put("unreachable truncated", List.of(truncated, truncated, truncated));
    return faults;
  }

  private MuscatProcess serve(PortWatchServer source, String http) throws IOException {
    return serve(source, http, "hormuz");
  }

  private MuscatProcess serve(PortWatchServer source, String http, String straits)
      throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("muscat.yaml"),
            """
            models: [sea.yaml]
            http: {requests-per-second: 1000, burst: 1000%s}
            feeds:
              - {feed: portwatch, every: PT1S, config: {url: "%s", straits: [%s]}}
            """
                .formatted(http, source.url(), straits));
    return MuscatProcess.serve(
        folder, "--config", config.toString(), "--data", folder.resolve("data").toString());
  }

  private static void awaitScore(MuscatProcess muscat) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(feed(muscat).at("/up").asBoolean()).isTrue();
              assertThat(index(muscat).at("/status").asText()).isEqualTo("scored");
            });
  }

  private static void awaitUp(MuscatProcess muscat) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> feed(muscat).at("/state").asText().equals("up"));
  }

  private static Map<String, Double> failures(MuscatProcess muscat) {
    Map<String, Double> failures = new LinkedHashMap<>();
    Matcher line = FAILURES.matcher(muscat.get("/metrics").body());
    while (line.find()) {
      failures.put(line.group(1), Double.valueOf(line.group(2)));
    }
    return failures;
  }

  private static JsonNode feed(MuscatProcess muscat) throws IOException {
    return JSON.readTree(muscat.get("/api/v1/feeds").body()).get(0);
  }

  private static JsonNode index(MuscatProcess muscat) throws IOException {
    return JSON.readTree(muscat.get("/api/v1/theatres/hormuz/index").body());
  }

  private static double stability(MuscatProcess muscat) throws IOException {
    return index(muscat).at("/stability/value").asDouble();
  }
}
