package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;

/**
 * Requests that are made from the contract at random, good and bad: none breaks the server, and
 * none is answered with something that the contract does not tell of.
 */
class ContractFuzzTest {

  /** Others each time; a failure names its seed, to be put into this variable. */
  private static final long SEED = setting("FUZZ_SEED", System.nanoTime());

  /** Of each operation. */
  private static final long REQUESTS = setting("FUZZ_REQUESTS", 60);

  /**
   * No more than these, until one has an answer. One of thirty spans that are made at random can be
   * explained: of {@link #REQUESTS} there may be none.
   */
  private static final long AT_MOST = 3_000;

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;
  private static Contracted contract;

  @BeforeAll
  static void start() throws IOException {
    contract = new Contracted();
    server = ContractHome.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static long setting(String variable, long otherwise) {
    String text = System.getenv(variable);
    return text == null ? otherwise : Long.parseLong(text);
  }

  /** The stream does not end by itself. */
  static Stream<Contracted.Asked> operations() throws IOException {
    return new Contracted()
        .operations().stream().filter(asked -> !asked.path().endsWith("/stream"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldAnswerWhateverIsAskedAsTheContractSays(Contracted.Asked asked) throws IOException {
    Random random = new Random(SEED + asked.toString().hashCode());
    RandomJson json = new RandomJson(random);
    int good = 0;
    for (int i = 0; i < REQUESTS || (good == 0 && i < AT_MOST); i++) {
      boolean wild = i < REQUESTS && random.nextBoolean();
      String path = path(asked, json, wild) + query(asked, json, wild);
      String body = body(asked, json, wild);
      String how = "with seed " + SEED + ", request " + i + ": " + start(path + " " + body);
      HttpResponse<String> answer =
          asked.method().equals("POST") ? server.post(path, body) : server.get(path);

      assertThat(answer.statusCode()).as("%s %s", asked, how).isLessThan(500);
      contract.check(asked, how, answer);
      good += answer.statusCode() == 200 ? 1 : 0;
    }
    assertThat(good).as("requests with an answer, seed %d", SEED).isPositive();
    assertThat(logs.errors()).as("seed %d", SEED).isEmpty();
  }

  /** One that tells too much about itself would be a way in. */
  @Test
  void shouldNotTellWhereItsCodeIs() {
    String body = server.post("/api/v1/theatres/north/what-if", "[".repeat(2_000)).body();

    assertThat(body).doesNotContain("Exception", "\tat ", "org.muscat", "io.vertx");
  }

  private static String path(Contracted.Asked asked, RandomJson json, boolean wild) {
    String theatre = wild && json.oneIn(4) ? encoded(json.text()) : "north";
    String plugin = wild && json.oneIn(4) ? encoded(json.text()) : "acme";
    String job = wild && json.oneIn(4) ? encoded(json.text()) : "tidy";
    return asked
        .path()
        .replace("{theatre}", theatre)
        .replace("{plugin}", plugin)
        .replace("{job}", job);
  }

  private static String query(Contracted.Asked asked, RandomJson json, boolean wild) {
    List<String> parts =
        contract.parameters(asked).stream()
            .filter(parameter -> parameter.get("in").asText().equals("query"))
            .filter(
                parameter ->
                    parameter.path("required").asBoolean() ? !json.oneIn(8) : json.oneIn(2))
            // What another page made up is no cursor here.
            .filter(parameter -> wild || !parameter.get("name").asText().equals("cursor"))
            .map(
                parameter ->
                    parameter.get("name").asText()
                        + "="
                        + encoded(
                            wild && json.oneIn(2)
                                ? json.text()
                                : json.like(contract.resolved(parameter.get("schema")))))
            .collect(Collectors.toList());
    if (wild && json.oneIn(10)) {
      parts.add(encoded(json.text()) + "=" + encoded(json.text()));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static String body(Contracted.Asked asked, RandomJson json, boolean wild) {
    JsonNode request = contract.resolved(asked.said().path("requestBody"));
    JsonNode schema =
        contract.resolved(request.path("content").path("application/json").path("schema"));
    if (wild && json.oneIn(3)) {
      return json.text();
    }
    return wild && json.oneIn(2) ? json.any(4) : json.like(schema);
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), 2_000));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
