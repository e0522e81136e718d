package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muscat.server.fixture.RawConnection;

/** Work that takes until it is let go, for real connections. */
@Timeout(60)
class WorkTest {

  private static final int MOST = 6;

  /** More than what an operating system keeps for who does not read. */
  private static final int LARGE = 16 * 1024 * 1024;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Shares unread = new Shares(4 * LARGE);
  private final AtomicInteger begun = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() {
    Router router = Router.router(vertx);
    router
        .get("/question")
        .handler(
            Answers.json(
                Work.answering(vertx.createSharedWorkerExecutor("questions", 1), MOST, unread),
                context -> work()))
        .failureHandler(Problem::ofFailure);
    router
        .get("/large")
        .handler(
            Answers.of(
                Work.answering(vertx.createSharedWorkerExecutor("large", 1), MOST, unread),
                context -> Answer.json("x".repeat(LARGE))))
        .failureHandler(Problem::ofFailure);
    router
        .get("/order")
        .handler(
            Answers.json(
                Work.obeying(vertx.createSharedWorkerExecutor("orders", 1), MOST),
                context -> work()))
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
    gate.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldRefuseWhatIsTooMuchAndAnswerTheRest() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, MOST).mapToObj(i -> ask("/question")).toList();
    await().until(() -> begun.get() == 1);
    await().until(() -> ask("/question").join().statusCode() == 503);

    HttpResponse<String> refused = ask("/question").join();
    assertThat(refused.headers().firstValue("retry-after")).contains("2");
    assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
    gate.countDown();
    assertThat(asked).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
    assertThat(ask("/question").join().statusCode()).isEqualTo(200);
  }

  @Test
  void shouldRefuseWhenTooMuchThatWasAnsweredIsNotRead() throws Exception {
    List<RawConnection> lazy = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      RawConnection one = RawConnection.to(url());
      one.write("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
      lazy.add(one);
    }
    await().until(() -> unread.taken() == 4 * LARGE);

    assertThat(ask("/large").join().statusCode()).isEqualTo(503);
    assertThat(ask("/large").join().headers().firstValue("retry-after")).contains("2");
    for (RawConnection one : lazy) {
      one.close();
    }
    await().until(() -> unread.taken() == 0);
    assertThat(ask("/large").join().body()).hasSize(LARGE);
  }

  @Test
  void shouldDoNothingForThoseWhoAreGone() throws Exception {
    CompletableFuture<HttpResponse<String>> first = ask("/question");
    await().until(() -> begun.get() == 1);
    for (int round = 0; round < 5; round++) {
      askAndGo("/question", MOST - 1);
    }

    CompletableFuture<HttpResponse<String>> last = askUntilTaken("/question");
    gate.countDown();

    assertThat(first.join().statusCode()).isEqualTo(200);
    assertThat(last.join().statusCode()).isEqualTo(200);
    assertThat(begun).hasValue(2);
  }

  @Test
  void shouldDoWhatItWasToldToAlsoForThoseWhoAreGone() throws Exception {
    CompletableFuture<HttpResponse<String>> first = ask("/order");
    await().until(() -> begun.get() == 1);
    askAndGo("/order", 3);
    gate.countDown();

    assertThat(first.join().statusCode()).isEqualTo(200);
    await().until(() -> begun.get() == 4);
  }

  private String work() {
    begun.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "{}";
  }

  /** The place of those who are gone is free as soon as the server has seen that. */
  private CompletableFuture<HttpResponse<String>> askUntilTaken(String path) {
    AtomicReference<CompletableFuture<HttpResponse<String>>> taken = new AtomicReference<>();
    await()
        .until(
            () -> {
              taken.set(ask(path));
              await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
              return !taken.get().isDone();
            });
    return taken.get();
  }

  private void askAndGo(String path, int count) throws IOException {
    List<RawConnection> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RawConnection one = RawConnection.to(url());
      one.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      some.add(one);
    }
    for (RawConnection one : some) {
      one.close();
    }
  }

  private CompletableFuture<HttpResponse<String>> ask(String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create(url() + path)).build(), BodyHandlers.ofString());
  }

  private String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }
}
