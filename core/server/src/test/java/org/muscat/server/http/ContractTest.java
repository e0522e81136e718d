package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;

/** Every operation of the API with good and with bad input, held against the contract. */
class ContractTest {

  private static final String T = "/api/v1/theatres/north/";

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;
  private static Contracted contract;
  private static final Set<String> ASKED = new HashSet<>();

  @BeforeAll
  static void start() throws IOException {
    contract = new Contracted();
    server = ContractHome.start(folder);
  }

  /** The stream does not end by itself; it has tests of its own. */
  @AfterAll
  static void stop() {
    server.close();
    assertThat(contract.operations())
        .extracting(asked -> asked.said().get("operationId").asText())
        .filteredOn(id -> !id.equals("stream"))
        .as("operations without a good example")
        .allMatch(ASKED::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contract | /api/v1/openapi.yaml",
        "theatres | /api/v1/theatres",
        "index | index",
        "index | index?asOf=2025-01-20T00:00:00Z",
        "index | index?asOf=2025-01-20T00:00:00Z&revised=true",
        "index | index?asOf=2019-01-20T00:00:00Z&revised=false",
        "history | history",
        "history | history?step=P1D&limit=3",
        "history | history?format=csv",
        "history | history?format=openmetrics",
        "history | history?format=json&from=2025-01-05T00:00:00Z&to=2025-01-08T00:00:00Z",
        "readings | readings?from=2025-01-20T00:00:00Z",
        "readings | readings?from=2024-12-20T00:00:00Z&to=2025-01-03T06:00:00Z&limit=4",
        "events | events",
        "events | events?from=2025-01-01T00:00:00Z&to=2025-01-02T00:00:00Z&limit=1",
        "explain | explain?from=2025-01-20T00:00:00Z&to=2025-01-30T00:00:00Z",
        "chokepoints | /api/v1/chokepoints",
        "chokepoints | /api/v1/chokepoints?asOf=2025-01-20T00:00:00Z",
        "indicators | /api/v1/indicators",
        "models | /api/v1/models",
        "feeds | /api/v1/feeds",
        "plugins | /api/v1/plugins",
        "jobs | /api/v1/jobs",
        "jobRuns | /api/v1/jobs/tidy/runs",
        "jobRuns | /api/v1/jobs/tidy/runs?limit=3&to=2035-01-01T00:00:00Z",
        "dev | /api/v1/dev"
      })
  void shouldAnswerAsTheContractSays(String id, String path) throws IOException {
    HttpResponse<String> answer = server.get(path.startsWith("/") ? path : T + path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    contract.check(contract.operation(id), path, answer);
    String tag = answer.headers().firstValue("etag").orElseThrow();
    HttpResponse<String> again =
        server.get(path.startsWith("/") ? path : T + path, "If-None-Match", "\"x\", W/" + tag);
    if (!List.of("feeds", "jobs", "jobRuns").contains(id)) {
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
    ASKED.add(id);
    assertThat(logs.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "whatIf | /api/v1/theatres/north/what-if | {\"readings\": {\"one\": 80}}",
        "whatIf | /api/v1/theatres/north/what-if | {}",
        "quarantine | /api/v1/plugins/acme/quarantine | {\"reason\": \"wrong figures\"}",
        "release | /api/v1/plugins/acme/release | {}",
        "runJob | /api/v1/jobs/tidy/run | ``",
        "pauseJob | /api/v1/jobs/tidy/pause | ``",
        "resumeJob | /api/v1/jobs/tidy/resume | ``"
      })
  void shouldAnswerWhatIsPostedAsTheContractSays(String id, String path, String body)
      throws IOException {
    HttpResponse<String> answer = server.post(path, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    contract.check(contract.operation(id), body, answer);
    ASKED.add(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "index | index?asof=2025-01-20T00:00:00Z | 400 | query | asof",
        "index | index?asOf=yesterday | 400 | query | asOf",
        "index | index?asOf=2025-01-20T00:00:00Z&revised=yes | 400 | query | revised",
        "index | index?asOf=2025-01-20T00:00:00Z&asOf=2025-01-21T00:00:00Z | 400 | query | asOf",
        "index | /api/v1/theatres/atlantis/index | 404 | path | theatre",
        "history | history?limit=0 | 400 | query | limit",
        "history | history?limit=4001 | 400 | query | limit",
        "history | history?limit=many | 400 | query | limit",
        "history | history?step=P2D | 400 | query | step",
        "history | history?cursor=%21 | 400 | query | cursor",
        "history | history?cursor=abc | 400 | query | cursor",
        "history | history?format=xml | 400 | query | format",
        "history | history?from=2025-01-21T00:00:00Z&to=2025-01-20T00:00:00Z | 400 | query | from",
        "events | events?from=2025-01-21T00:00:00Z&to=2025-01-20T00:00:00Z | 400 | query | from",
        "readings | readings | 400 | query | from",
        "readings | readings?from=2025-01-20T00:00:00Z&limit=401 | 400 | query | limit",
        "explain | explain?to=2025-01-20T00:00:00Z | 400 | query | from",
        "explain | explain?from=2025-01-21T00:00:00Z&to=2025-01-20T00:00:00Z | 400 | query | from",
        "stream | /api/v1/stream?theatre=atlantis | 404 | query | theatre",
        "stream | /api/v1/stream?lastEventId=x | 400 | query | lastEventId",
        "feeds | /api/v1/feeds?all=1 | 400 | query | all",
        "jobRuns | /api/v1/jobs/tidy/runs?limit=0 | 400 | query | limit",
        "jobRuns | /api/v1/jobs/nobody/runs | 404 | path | job"
      })
  void shouldNameTheFieldThatIsWrong(String id, String path, int status, String in, String field)
      throws IOException {
    HttpResponse<String> answer = server.get(path.startsWith("/") ? path : T + path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    contract.check(contract.operation(id), path, answer);
    JsonNode error = new ObjectMapper().readTree(answer.body()).at("/errors/0");
    assertThat(error.get("in").asText()).isEqualTo(in);
    assertThat(error.get("field").asText()).isEqualTo(field);
    assertThat(error.get("message").asText()).isNotBlank();
  }

  @Test
  void shouldNameAllFieldsThatAreWrong() throws IOException {
    HttpResponse<String> answer = server.get(T + "history?from=soon&to=late&limit=-1&colour=red");

    JsonNode errors = new ObjectMapper().readTree(answer.body()).get("errors");
    assertThat(errors.findValuesAsText("field")).containsExactly("colour", "from", "to", "limit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "whatIf | /api/v1/theatres/north/what-if | {\"reading\": {}} | 422 | /reading",
        "whatIf | /api/v1/theatres/north/what-if | {\"readings\": {\"one\": \"x\"}} | 422 |"
            + " /readings/one",
        "whatIf | /api/v1/theatres/north/what-if | {\"asOf\": \"soon\"} | 422 | /asOf",
        "whatIf | /api/v1/theatres/north/what-if | {\"asOf\": | 400 | ``",
        "quarantine | /api/v1/plugins/acme/quarantine | {} | 422 | /reason",
        "quarantine | /api/v1/plugins/acme/quarantine | {\"reason\": \"\"} | 422 | /reason",
        "quarantine | /api/v1/plugins/acme/quarantine | {\"reason\": 3} | 422 | /reason",
        "quarantine | /api/v1/plugins/acme/quarantine | null | 422 | ``",
        "release | /api/v1/plugins/acme/release | {\"force\": true} | 422 | ``"
      })
  void shouldNameThePartOfABodyThatIsWrong(
      String id, String path, String body, int status, String field) throws IOException {
    HttpResponse<String> answer = server.post(path, body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    contract.check(contract.operation(id), body, answer);
    JsonNode error = new ObjectMapper().readTree(answer.body()).at("/errors/0");
    assertThat(error.get("in").asText()).isEqualTo("body");
    assertThat(error.get("field").asText()).isEqualTo(field);
  }

  @Test
  void shouldRefuseATargetThatIsTooLong() {
    assertThat(server.get("/api/v1/feeds?" + "x".repeat(9_000)).statusCode()).isEqualTo(414);
    assertThat(server.get("/api/v1/feeds", "X-Long", "x".repeat(17_000)).statusCode())
        .isEqualTo(431);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 999, 1_001, 20_000})
  void shouldNotBreakOnABodyThatIsNestedDeeply(int depth) throws IOException {
    for (String open : new String[] {"[", "{\"readings\":"}) {
      String close = open.startsWith("[") ? "]" : "}";
      String body = open.repeat(depth) + "1" + close.repeat(depth);
      HttpResponse<String> answer = server.post(T + "what-if", body);

      assertThat(answer.statusCode()).as("%s %d", open, depth).isIn(400, 413, 422);
      contract.check(contract.operation("whatIf"), open + depth, answer);
    }
    assertThat(logs.errors()).isEmpty();
  }
}
