package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.runtime.Session;

/** Questions to the API: what moved the index, and what if. */
class QuestionsTest {

  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final String NORTH = "/api/v1/theatres/north/";
  private static final String SPAN = "explain?from=2025-01-05T00:00:00Z&to=2025-01-08T06:00:00Z";

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;

  @BeforeAll
  static void start() throws IOException {
    Session session = Home.in(folder).model("test", Home.MODEL + Home.REGIME).open();
    for (String series : List.of("test/one", "test/three", "test/north")) {
      Home.points(session.store(), series, FROM, 10, 20, 30, 20, 10, 40, 30, 20, 20, 20);
    }
    Home.points(session.store(), "test/two", FROM, 15, 25, 35, 25, 15, 45, 35, 25, 25, 25);
    Home.point(session.store(), "test/one", FROM.plusSeconds(4 * 86_400), at(7), 60);
    Home.points(session.store(), "test/strait", FROM, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90);
    server = Running.start(session, Clock.fixed(NOW, ZoneOffset.UTC)).ready();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Instant at(int day) {
    return FROM.plusSeconds(day * 86_400L - 3600);
  }

  @Test
  void shouldSayWhatMovedTheIndex() throws IOException {
    JsonNode move = json(server.get(NORTH + SPAN));

    double change = move.get("change").asDouble();
    assertThat(change)
        .isCloseTo(
            move.at("/to/stability").asDouble() - move.at("/from/stability").asDouble(),
            within(1e-12));
    assertThat(change)
        .isCloseTo(index("2025-01-08T06:00:00Z") - index("2025-01-05T00:00:00Z"), within(1e-12));
    assertThat(move.get("sum").asDouble()).isCloseTo(change, within(1e-9));
    assertThat(sum(move.get("parts"))).isCloseTo(change, within(1e-9));
    assertThat(sum(move.get("causes"))).isCloseTo(change, within(1e-9));
    assertThat(move.at("/from/asOf").asText()).isEqualTo("2025-01-05T00:00:00Z");
    assertThat(move.at("/theatre/id").asText()).isEqualTo("north");
    assertThat(move.get("text").asText())
        .startsWith("The index of The north " + (change < 0 ? "fell by " : "rose by "))
        .contains("old observations that were revised");
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldTellARevisionFromNews() throws IOException {
    JsonNode move = json(server.get(NORTH + SPAN));

    assertThat(move.get("causes").findValuesAsText("cause"))
        .contains("data", "revision", "response");
    for (JsonNode part : move.get("parts")) {
      if (part.get("cause").asText().equals("revision")) {
        assertThat(part.get("indicator").asText()).isEqualTo("one");
        assertThat(part.get("pillar").asText()).isEqualTo("first");
        assertThat(part.get("change").asDouble()).isNegative();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explain | 400 | from is missing",
        "explain?from=2025-01-05T00:00:00Z | 400 | to is missing",
        "explain?from=soon&to=2025-01-05T00:00:00Z | 400 | 'soon' is not an instant",
        "explain?from=2025-01-06T00:00:00Z&to=2025-01-05T00:00:00Z | 400 | swap them",
        "explain?from=2024-01-06T00:00:00Z&to=2025-01-05T00:00:00Z | 422 | theatre 'north' has no"
            + " score as of 2024-01-06T00:00:00Z",
        "index?asOf=9000-01-01T00:00:00Z | 400 | lies more than 3653 days ahead",
        "index?asOf=2090-01-01T00:00:00Z | 400 | asOf: '2090-01-01T00:00:00Z' lies more than 3653",
        "explain?from=2025-01-05T00:00:00Z&to=2090-01-01T00:00:00Z | 400 | to: '2090-01-01",
        "readings?from=2025-01-05T00:00:00Z&to=2090-01-01T00:00:00Z | 400 | to: '2090-01-01"
      })
  void shouldSayWhatIsWrongWithAQuestion(String path, int status, String told) throws IOException {
    assertProblem(server.get(NORTH + path), status, told);
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldSayWhatWouldBeIfAReadingWereAnother() throws IOException {
    JsonNode whatIf = ask("{\"readings\": {\"one\": 80}, \"asOf\": \"2025-01-10T00:00:00Z\"}");

    assertThat(whatIf.at("/is/stability").asDouble()).isEqualTo(index("2025-01-10T00:00:00Z"));
    double change = whatIf.get("change").asDouble();
    assertThat(change).isNegative();
    assertThat(
            whatIf.at("/index/stability/value").asDouble() - whatIf.at("/is/stability").asDouble())
        .isCloseTo(change, within(1e-12));
    assertThat(sum(whatIf.get("parts"))).isCloseTo(change, within(1e-9));
    JsonNode one = whatIf.at("/index/pillars/0/indicators/0");
    assertThat(one.get("value").asDouble()).isEqualTo(80);
    assertThat(one.get("observedAt").asText()).isEqualTo("2025-01-10T00:00:00Z");
    assertThat(whatIf.at("/readings/one").asDouble()).isEqualTo(80);
  }

  @Test
  void shouldServeTheRegimeWithWhatItIsJudgedBy() throws IOException {
    JsonNode regime = json(server.get(NORTH + "index")).get("regime");

    // Dialogue 20 of 100, pressure 1 - 0.2: method, section 6, COERCION.
    assertThat(regime.get("regime").asText()).isEqualTo("coercion");
    assertThat(regime.get("since").asText()).isEqualTo("2025-01-01T00:00:00Z");
    assertThat(regime.get("reason").asText()).isNotBlank();
    assertThat(regime.at("/axes/dialogue/level").asDouble()).isCloseTo(0.2, within(1e-12));
    assertThat(regime.at("/axes/pressure/level").asDouble()).isCloseTo(0.8, within(1e-12));
    assertThat(regime.at("/axes/kinetic/missing")).isEmpty();
    double sum = 0;
    for (JsonNode probability : regime.get("posterior")) {
      sum += probability.asDouble();
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(regime.get("entropy").asDouble()).isBetween(0.0, 1.0);
    assertThat(regime.get("mix").asDouble()).isCloseTo(0.2 * 4 * 0.8 * 0.2, within(1e-12));
    assertThat(regime.get("mixGradient").asDouble()).isCloseTo(4 * 0.2 * (1 - 1.6), within(1e-12));
  }

  @Test
  void shouldServeEveryFlagOnceAndWhyThereIsNoMarginYet() throws IOException {
    JsonNode index = json(server.get(NORTH + "index"));

    assertThat(index.get("flags").findValuesAsText("flag"))
        .containsExactly("brink", "escalating", "mediated", "thin_margin", "divergence");
    assertThat(index.get("flags").findValuesAsText("verdict"))
        .containsExactly("clear", "clear", "undecided", "undecided", "clear");
    assertThat(index.at("/margin/band").asText()).isEqualTo("calm");
    assertThat(index.at("/margin/sigmas").isNull()).isTrue();
    assertThat(index.at("/margin/reason").asText()).contains("fewer than 30 daily changes");
    assertThat(index.at("/margin/touchProbability/value").isNull()).isTrue();
    assertThat(index.get("tripWires")).isEmpty();
    assertThat(index.at("/divergence/reason").asText())
        .isEqualTo("no pillar is far from the others");
  }

  @Test
  void shouldSayWhichRegimeThereWouldBe() throws IOException {
    JsonNode whatIf = ask("{\"readings\": {\"two\": 90}, \"asOf\": \"2025-01-10T00:00:00Z\"}");

    assertThat(whatIf.at("/index/regime/regime").asText()).isEqualTo("conflict");
    assertThat(whatIf.at("/index/regime/axes/kinetic/level").asDouble())
        .isCloseTo(0.9, within(1e-12));
  }

  @Test
  void shouldSayWhatWouldBeWithOtherWeights() throws IOException {
    JsonNode whatIf =
        ask(
            "{\"weights\": {\"first\": 3, \"one\": 9}, \"readings\": {\"one\": 80},"
                + " \"asOf\": \"2025-01-06T00:00:00Z\"}");

    assertThat(whatIf.at("/index/pillars/0/weight").asDouble()).isCloseTo(6.0 / 7, within(1e-12));
    assertThat(whatIf.get("change").asDouble()).isNotZero();
    assertThat(whatIf.get("causes").findValuesAsText("cause")).contains("weights");
  }

  @Test
  void shouldSayTheSameIfNothingWereAnother() throws IOException {
    JsonNode whatIf = ask("{}");

    assertThat(whatIf.get("change").asDouble()).isZero();
    assertThat(whatIf.get("parts")).isEmpty();
    assertThat(whatIf.at("/index/asOf").asText()).isEqualTo(NOW.toString());
    assertThat(whatIf.at("/index/stability"))
        .isEqualTo(json(server.get(NORTH + "index")).get("stability"));
  }

  @Test
  void shouldSayWhatWouldBeIfAMissingReadingWereThere() throws IOException {
    JsonNode whatIf =
        ask(
            "{\"readings\": {\"one\": 5, \"two\": 5, \"three\": 5, \"four\": 5},"
                + " \"asOf\": \"2024-01-01T00:00:00Z\"}");

    assertThat(whatIf.at("/is/stability").isNull()).isTrue();
    assertThat(whatIf.at("/is/reason").asText()).isNotBlank();
    assertThat(whatIf.at("/index/stability/value").asDouble()).isCloseTo(95, within(1e-9));
    assertThat(whatIf.get("change").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | 400 | the body is not JSON",
        "`` | 400 | the body is missing",
        "[1] | 422 | the body is not an object",
        "{\"reading\": {}} | 422 | /reading of the body is not known; there are asOf, readings, weights",
        "{\"readings\": 3} | 422 | /readings of the body is not an object or null",
        "{\"readings\": {\"one\": \"x\"}} | 422 | /readings/one of the body is not a number",
        "{\"readings\": {\"one\": 1e999}} | 422 | /readings/one of the body is not a finite number",
        "{\"readings\": {\"oen\": 1}} | 422 | theatre 'north' has no input [oen] to change; there are"
            + " [one, two, ",
        "{\"weights\": {\"third\": 1}} | 422 | model 'test' has no pillar or indicator [third]",
        "{\"weights\": {\"one\": 0}} | 422 | weight of indicator 'one' is not positive: 0.0",
        "{\"asOf\": \"2090-01-01T00:00:00Z\"} | 422 | /asOf of the body lies more than 3653 days",
        "{\"asOf\": 3} | 422 | /asOf of the body is not a string or null",
        "{\"asOf\": \"soon\"} | 422 | /asOf of the body is not an instant such as"
      })
  void shouldSayWhatIsWrongWithAWhatIf(String body, int status, String told) throws IOException {
    assertProblem(server.post(NORTH + "what-if", body), status, told);
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldNotReadALargeBody() throws IOException {
    String body = "{\"asOf\": \"" + "x".repeat(70_000) + "\"}";

    assertProblem(server.post(NORTH + "what-if", body), 413, "larger than 64 KiB");
  }

  @Test
  void shouldOnlyPostWhatIfs() throws IOException {
    HttpResponse<String> got = server.get(NORTH + "what-if");

    assertProblem(got, 405, "GET is not answered; use POST");
    assertThat(got.headers().firstValue("allow")).contains("POST");
    assertProblem(server.post(NORTH + "index", "{}"), 405, "use GET or HEAD");
    assertProblem(server.post("/api/v1/theatres/east/what-if", "{}"), 404, "'east'");
  }

  private JsonNode ask(String body) throws IOException {
    return json(server.post(NORTH + "what-if", body));
  }

  private double index(String asOf) throws IOException {
    return json(server.get(NORTH + "index?asOf=" + asOf)).at("/stability/value").asDouble();
  }

  private static double sum(JsonNode parts) {
    double sum = 0;
    for (JsonNode part : parts) {
      sum += part.get("change").asDouble();
    }
    return sum;
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(new ObjectMapper().readTree(answer.body()).get("detail").asText()).contains(detail);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
