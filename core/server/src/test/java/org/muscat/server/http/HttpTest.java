package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;

class HttpTest {

  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;

  @BeforeAll
  static void start() throws IOException {
    Session session = Home.in(folder).open();
    for (String series : Home.SERIES) {
      Home.points(session.store(), series, FROM, 10, 20, 30, 20, 10, 40, 30, 20, 20, 20);
    }
    Home.points(session.store(), "test/strait", FROM, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90);
    server = Running.start(session, Clock.fixed(NOW, ZoneOffset.UTC)).ready();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldListTheTheatresWithTheirScores() throws IOException {
    JsonNode theatres = json(server.get("/api/v1/theatres"));

    assertThat(theatres.findValuesAsText("id")).containsExactly("north", "south");
    assertThat(theatres.get(0).get("title").asText()).isEqualTo("The north");
    assertThat(theatres.get(0).get("stability").asDouble()).isBetween(70.0, 90.0);
    assertThat(theatres.get(1).get("status").asText()).isEqualTo("scored");
  }

  @Test
  void shouldServeThePublishedIndex() throws IOException {
    HttpResponse<String> answer = server.get("/api/v1/theatres/north/index");

    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    JsonNode index = json(answer);
    assertThat(index.get("asOf").asText()).isEqualTo("2025-01-10T12:00:00Z");
    assertThat(index.get("stability").get("value").asDouble()).isBetween(70.0, 90.0);
    assertThat(index.get("pillars").findValuesAsText("id"))
        .containsExactly("first", "one", "two", "second", "four", "three");
    assertThat(index.get("statusWords").get(0).get("since").asText()).isEqualTo("2025-01-01");
  }

  @Test
  void shouldScoreThePastWithWhatWasKnownThen() throws IOException {
    JsonNode index = json(server.get("/api/v1/theatres/north/index?asOf=2025-01-03T00:00:00Z"));

    assertThat(index.get("stability").get("value").asDouble()).isBetween(65.0, 75.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2030-01-01T00:00:00Z", "1066-10-14T00:00:00Z"})
  void shouldRefuseAMomentOfWhichNothingIsKnown(String moment) throws IOException {
    JsonNode index = json(server.get("/api/v1/theatres/north/index?asOf=" + moment));

    assertThat(index.get("status").asText()).isEqualTo("refused");
    assertThat(index.get("stability").isNull()).isTrue();
    assertThat(index.at("/margin/band").isNull()).isTrue();
    assertThat(index.at("/margin/reason").asText()).isEqualTo("there is no score");
    assertThat(index.at("/divergence/pillar").isNull()).isTrue();
    assertThat(index.at("/divergence/reason").asText()).isEqualTo("there is no score");
    assertThat(index.at("/regime/regime").isNull()).isTrue();
    assertThat(index.at("/regime/reason").asText()).isEqualTo("the model judges no regime");
    assertThat(index.at("/opacity/value").isNull()).isTrue();
    assertThat(index.at("/opacity/reason").asText()).isEqualTo("the model has none");
    assertThat(index.get("flags")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "",
        "2025-01-03",
        "2025-02-30T00:00:00Z",
        "%2B999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z"
      })
  void shouldNotTakeAnotherTextForAMoment(String moment) throws IOException {
    HttpResponse<String> answer = server.get("/api/v1/theatres/north/index?asOf=" + moment);

    assertProblem(answer, 400, "asOf");
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldNameTheKnownTheatresWhenAskedForAnother() throws IOException {
    assertProblem(
        server.get("/api/v1/theatres/atlantis/index"), 404, "'atlantis'; there are [north, south]");
    assertProblem(
        server.get("/api/v1/theatres/atlantis/history"),
        404,
        "'atlantis'; there are [north, south]");
  }

  @Test
  void shouldServeTheHistoryBetweenTwoMoments() throws IOException {
    String path = "/api/v1/theatres/north/history";

    assertThat(json(server.get(path))).hasSize(1);
    assertThat(json(server.get(path + "?from=2025-01-10T12:00:00Z&to=2025-01-10T12:00:00Z")))
        .hasSize(1);
    assertThat(json(server.get(path + "?from=2025-01-10T12:00:01Z"))).isEmpty();
    assertThat(json(server.get(path + "?to=2025-01-10T11:59:59Z"))).isEmpty();
    assertProblem(server.get(path + "?from=today"), 400, "parameter from: 'today'");
    assertProblem(server.get(path + "?to="), 400, "parameter to: ''");
  }

  @Test
  void shouldServePluginsAndFeeds() throws IOException {
    JsonNode plugins = json(server.get("/api/v1/plugins"));

    assertThat(plugins.findValuesAsText("plugin")).containsExactly("acme");
    assertThat(plugins.findValuesAsText("status")).containsExactly("active");
    assertThat(json(server.get("/api/v1/feeds"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nothing", "/api", "/api/", "/nothing.html", "/-/nothing"})
  void shouldSayWhatIsNotThere(String path) throws IOException {
    assertProblem(server.get(path), 404, "there is no " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"})
  void shouldOnlyAnswerGetAndHead(String method) throws IOException {
    HttpResponse<String> answer = server.send(method, "/api/v1/theatres");

    assertProblem(answer, 405, method);
    assertThat(answer.headers().firstValue("allow")).contains("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/-/healthy",
        "/-/ready",
        "/api/v1/theatres",
        "/api/v1/theatres/north/index",
        "/api/v1/theatres/north/history",
        "/api/v1/chokepoints",
        "/api/v1/plugins",
        "/api/v1/feeds"
      })
  void shouldAnswerHeadAsItAnswersGetButWithoutABody(String path) {
    HttpResponse<String> answer = server.send("HEAD", path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("content-type"))
        .isEqualTo(server.get(path).headers().firstValue("content-type"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/theatres, gzip",
    "/api/v1/theatres, identity",
    "/api/v1/theatres/north/index, gzip",
    "/api/v1/theatres/north/index, identity",
    "/api/v1/theatres/north/index?asOf=2025-01-03T00:00:00Z, gzip",
    "/api/v1/theatres/north/history?format=csv, gzip",
    "/api/v1/feeds, identity",
    "/metrics, gzip",
    "/metrics, identity",
    "/, gzip",
    "/muscat.js, identity"
  })
  void shouldTellOfABodyThatItIsNotAskedForWhatItWouldTellOfIt(String path, String coding) {
    HttpResponse<String> head = server.send("HEAD", path, "Accept-Encoding", coding);
    HttpResponse<byte[]> whole = server.bytes(path, "Accept-Encoding", coding);

    assertThat(head.headers().firstValue("content-encoding"))
        .isEqualTo(whole.headers().firstValue("content-encoding"))
        .isEqualTo(coding.equals("gzip") ? Optional.of("gzip") : Optional.empty());
    for (String header : List.of("etag", "vary", "content-type", "cache-control")) {
      assertThat(head.headers().allValues(header))
          .as(header)
          .isEqualTo(whole.headers().allValues(header));
    }
    assertThat(head.headers().firstValueAsLong("content-length")).isPresent();
  }

  @Test
  void shouldTellApartABodyAndTheSameCompressed() {
    String path = "/api/v1/theatres/north/index";
    String plain = server.get(path).headers().firstValue("etag").orElseThrow();
    String packed =
        server.bytes(path, "Accept-Encoding", "gzip").headers().firstValue("etag").orElseThrow();

    assertThat(packed).isNotEqualTo(plain);
    for (String one : List.of(path, "/api/v1/theatres")) {
      HttpResponse<byte[]> answer = server.bytes(one, "Accept-Encoding", "gzip");
      String tag = answer.headers().firstValue("etag").orElseThrow();
      assertThat(server.bytes(one, "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode())
          .isEqualTo(304);
      assertThat(server.get(one, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void shouldAnswerHeadForThePage() {
    assertThat(server.send("HEAD", "/").statusCode()).isEqualTo(200);
    assertThat(server.send("HEAD", "/muscat.js").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNotSendThePageAgainToWhoHasIt() {
    String tag = server.get("/muscat.js").headers().firstValue("etag").orElseThrow();

    assertThat(server.get("/muscat.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(server.get("/muscat.css", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/none.js", "/panels", "/panels/", "/library/LICENSE", "/a/b/c.js", "/x.class"})
  void shouldServeNothingButTheFilesOfThePage(String path) {
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/index.html, text/html",
    "/muscat.js, text/javascript",
    "/muscat.css, text/css",
    "/library/uPlot.iife.min.js, text/javascript",
    "/panels/now.js, text/javascript",
    "/land.json, application/json"
  })
  void shouldServeThePageWithItsTypesAndAPolicy(String path, String type) {
    HttpResponse<String> answer = server.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith(type);
    assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'; script-src 'self'");
    assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(answer.body()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%zz",
        "GET /api/v1/theatres/%zz/index",
        "GET /api/v1/theatres/north/index?asOf=%zz",
        "GET /api/v1/theatres/north/index?asOf=%",
        "GET /../../etc/passwd",
        "GET /%2e%2e/%2e%2e/etc/passwd",
        "GET /..%2f..%2fetc/passwd",
        "GET /..%5c..%5cetc",
        "GET /org/muscat/server/Main.class",
        "GET /a%00b",
        "GET ?",
        "GET http://",
        "GET //",
        "GET *"
      })
  void shouldNotBreakOnRudeRequests(String request) throws IOException {
    String answer = server.raw(request);

    assertThat(answer).containsPattern("^HTTP/1.1 (200|40[04]) ").doesNotContain("root:");
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldCompressWhenAsked() throws IOException {
    HttpResponse<byte[]> answer =
        server.bytes("/api/v1/theatres/north/index", "Accept-Encoding", "gzip");

    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(server.get("/api/v1/theatres/north/index").body());
    }
  }

  @Test
  void shouldServeMetricsAsTheScraperAsks() {
    HttpResponse<String> text = server.get("/metrics");
    HttpResponse<String> open =
        server.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");
    HttpResponse<byte[]> binary =
        server.bytes(
            "/metrics",
            "Accept",
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
                + "encoding=delimited");

    assertThat(type(text)).startsWith("text/plain; version=0.0.4");
    assertThat(text.body()).contains("muscat_stability_ratio{model=\"test\",theatre=\"north\"}");
    assertThat(type(open)).startsWith("application/openmetrics-text");
    assertThat(open.body()).endsWith("# EOF\n");
    assertThat(type(binary)).startsWith("application/vnd.google.protobuf");
    assertThat(binary.body()).isNotEmpty();
  }

  @Test
  void shouldNotMakeASeriesOfEveryMethodThatSomebodySends() throws IOException {
    for (String method : List.of("BREW", "WHEN", "PROPFIND")) {
      server.raw(method + " /");
    }

    assertThat(server.get("/metrics").body()).doesNotContain("BREW", "WHEN", "PROPFIND");
  }

  @Test
  void shouldServeManyConnectionsWithoutAWarning() throws IOException {
    for (int i = 0; i < 5; i++) {
      server.raw("GET /-/healthy");
    }
    server.get("/metrics");

    assertThat(logs.warnings()).isEmpty();
  }

  private static String type(HttpResponse<?> answer) {
    return answer.headers().firstValue("content-type").orElseThrow();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail)
      throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asText()).isEqualTo("about:blank");
    assertThat(problem.get("detail").asText()).contains(detail);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
