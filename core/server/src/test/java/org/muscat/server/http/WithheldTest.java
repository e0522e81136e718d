package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.cli.MuscatCommand;
import org.muscat.server.fixture.Running;

/** What may be used and not passed on. */
class WithheldTest {

  private static final String T = "/api/v1/theatres/north/";
  private static final String WHY = "the value is withheld: a source of it may not be passed on";

  @TempDir static Path folder;

  private static Running server;
  private static Contracted contract;

  @BeforeAll
  static void start() throws IOException {
    contract = new Contracted();
    server =
        ContractHome.start(
            folder, "metrics: {restricted-series: [test/one, test/strait, incidents/]}\n");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldWithholdValuesAndTellTheRest() throws IOException {
    HttpResponse<String> answer = server.get(T + "index");
    JsonNode index = json(answer);
    contract.check(contract.operation("index"), "withheld", answer);

    JsonNode one = index.at("/pillars/0/indicators/0");
    assertThat(one.get("id").asText()).isEqualTo("one");
    assertThat(one.get("value").isNull()).isTrue();
    assertThat(one.get("reason").asText()).isEqualTo(WHY);
    assertThat(one.get("risk").isNumber()).isTrue();
    assertThat(one.get("contribution").isNumber()).isTrue();
    assertThat(index.at("/pillars/0/indicators/1/value").isNumber()).isTrue();
    assertThat(index.at("/statusWords/0/value").isNull()).isTrue();
    assertThat(index.at("/statusWords/0/status").asText()).isNotBlank();
    assertThat(index.at("/statusWords/0/reason").asText()).isEqualTo(WHY);
  }

  @Test
  void shouldWithholdTheReadingsOfTripWires() throws IOException {
    JsonNode wires = json(server.get(T + "index")).get("tripWires");

    assertThat(wires).isNotEmpty();
    for (JsonNode wire : wires) {
      boolean reaches = wire.get("trippingStability").isNumber();
      boolean restricted = wire.get("indicator").asText().equals("one");
      assertThat(wire.get("trippingReading").isNumber()).isEqualTo(reaches && !restricted);
      assertThat(wire.get("reading").isNumber()).isEqualTo(reaches && !restricted);
      if (restricted && reaches) {
        assertThat(wire.get("reason").asText()).isEqualTo(WHY);
      }
    }
    assertThat(wires.findValuesAsText("indicator")).contains("one");
  }

  @Test
  void shouldWithholdTheReadingsOfThePastAndOfAWhatIf() throws IOException {
    JsonNode day =
        json(server.get(T + "readings?from=2025-01-20T00:00:00Z&to=2025-01-20T00:00:00Z")).get(0);
    JsonNode would = json(server.post(T + "what-if", "{\"readings\": {\"two\": 60}}")).get("index");

    assertThat(day.at("/readings/0/id").asText()).isEqualTo("one");
    assertThat(day.at("/readings/0/value").isNull()).isTrue();
    assertThat(day.at("/readings/0/risk").isNumber()).isTrue();
    assertThat(day.at("/readings/1/value").isNumber()).isTrue();
    assertThat(would.at("/pillars/0/indicators/0/value").isNull()).isTrue();
    assertThat(would.at("/pillars/0/indicators/1/value").asDouble()).isEqualTo(60);
  }

  @Test
  void shouldWithholdTheFlowOfAStraitOnTheMapAndInTheMetricsAndTellItsWord() throws IOException {
    HttpResponse<String> answer = server.get("/api/v1/chokepoints");
    contract.check(contract.operation("chokepoints"), "withheld", answer);
    JsonNode map = json(answer);
    String metrics = server.get("/metrics").body();

    JsonNode strait = map.at("/features/0/properties");
    if (strait.isMissingNode()) {
      strait = map.at("/unplaced/0/properties");
    }
    assertThat(strait.get("kind").asText()).isEqualTo("chokepoint");
    assertThat(strait.get("value").isNull()).isTrue();
    assertThat(strait.get("status").asText()).isNotBlank();
    assertThat(strait.get("reason").asText()).endsWith(WHY);
    assertThat(map.toString()).doesNotContain("A skiff");
    assertThat(map.at("/withheld/0/reporter").asText()).isEqualTo("asam");
    assertThat(map.at("/withheld/0/count").asInt()).isOne();
    assertThat(metrics)
        .contains("muscat_chokepoint_status{")
        .contains("muscat_chokepoint_status_since_timestamp_seconds{")
        .doesNotContain("muscat_chokepoint_flow_ratio");
  }

  @Test
  void shouldWithholdTheFlowOfAStraitInTheMetricsOfTheScoreCommand() throws IOException {
    Path file = folder.resolve("score.prom");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int code =
        MuscatCommand.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "score",
            "--model",
            "test",
            "--as-of",
            "2025-02-10T12:00:00Z",
            "--format",
            "openmetrics",
            "--textfile",
            file.toString(),
            "--config",
            folder.resolve("muscat.yaml").toString(),
            "--plugins",
            folder.resolve("plugins").toString(),
            "--data",
            folder.resolve("data").toString());

    assertThat(code).as(err.toString()).isZero();
    for (String told : List.of(out.toString(), Files.readString(file))) {
      assertThat(told)
          .contains("muscat_chokepoint_status{")
          .doesNotContain("muscat_chokepoint_flow_ratio");
    }
  }

  @Test
  void shouldBeTheBytesOfTheScoreCommandAllTheSame() throws IOException {
    String then = "2025-02-10T12:00:00Z";
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int code =
        MuscatCommand.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "score",
            "--model",
            "test",
            "--theatre",
            "north",
            "--as-of",
            then,
            "--format",
            "json",
            "--config",
            folder.resolve("muscat.yaml").toString(),
            "--plugins",
            folder.resolve("plugins").toString(),
            "--data",
            folder.resolve("data").toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString())
        .isEqualTo(server.get(T + "index?asOf=" + then).body())
        .isEqualTo(server.get(T + "index").body());
    // It was computed again, and its hash is that of what was recorded.
    assertThat(err.toString()).isEmpty();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
