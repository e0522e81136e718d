package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Snapshot;

class NewestAnswersTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final IndexBoard board = new IndexBoard();
  private final AtomicInteger made = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() {
    Work work =
        Work.answering(
            vertx.createSharedWorkerExecutor("test", 4), 100, new Shares(Integer.MAX_VALUE));
    Router router = Router.router(vertx);
    router
        .get("/:theatre")
        .handler(
            new NewestAnswers(
                board,
                work,
                work,
                context -> {
                  if (context.pathParam("theatre").equals("atlantis")) {
                    throw Problem.notFound("there is no theatre 'atlantis'");
                  }
                  return Answer.json("{\"made\":" + made.incrementAndGet() + "}");
                }))
        .failureHandler(Problem::ofFailure);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldMakeAnAnswerOnceForEachSnapshot() throws Exception {
    publish(0);
    HttpResponse<String> first = get("/north");
    assertThat(get("/north").body()).isEqualTo(first.body()).isEqualTo("{\"made\":1}");
    assertThat(get("/north", "Accept-Encoding", "gzip").statusCode()).isEqualTo(200);
    assertThat(made).hasValue(1);

    publish(1);

    assertThat(get("/north").body()).isEqualTo("{\"made\":2}");
    assertThat(get("/north").headers().firstValue("etag"))
        .isPresent()
        .isNotEqualTo(first.headers().firstValue("etag"));
  }

  @Test
  void shouldMakeItOnceForManyWhoAskTogether() {
    publish(0);

    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, 50)
            .mapToObj(i -> client.sendAsync(request("/north"), BodyHandlers.ofString()))
            .toList();

    assertThat(asked).allSatisfy(one -> assertThat(one.join().body()).isEqualTo("{\"made\":1}"));
  }

  @Test
  void shouldKeepTheTheatresApart() throws Exception {
    publish(0);

    assertThat(get("/north").body()).isEqualTo("{\"made\":1}");
    assertThat(get("/south").body()).isEqualTo("{\"made\":2}");
    // Another spelling of the same name is no other answer.
    assertThat(get("/%6eorth").body()).isEqualTo("{\"made\":1}");
  }

  @Test
  void shouldKeepNothingOfAnotherMomentAndNothingBeforeTheFirst() throws Exception {
    get("/north");
    get("/north");
    assertThat(made).hasValue(2);

    publish(0);
    get("/north?asOf=2025-01-01T00:00:00Z");
    get("/north?asOf=2025-01-01T00:00:00Z");

    assertThat(made).hasValue(4);
  }

  @Test
  void shouldKeepNoProblem() throws Exception {
    publish(0);

    assertThat(get("/atlantis").statusCode()).isEqualTo(404);
    assertThat(get("/atlantis").statusCode()).isEqualTo(404);
  }

  private void publish(int second) {
    board.publish(new Snapshot(FIRST.plusSeconds(second), List.of()));
  }

  private HttpRequest request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
    return (headers.length > 0 ? request.headers(headers) : request).build();
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return client.send(request(path, headers), BodyHandlers.ofString());
  }
}
