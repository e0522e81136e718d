package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.RawConnection;
import org.muscat.server.fixture.Running;

/** Many questions of a year and more, of those who wait and of those who do not. */
@Timeout(180)
class BusyServerTest {

  private static final String YEAR =
      "/api/v1/theatres/north/readings?from=2024-01-01T00:00:00Z&to=2025-02-10T00:00:00Z&limit=400";
  private static final Duration SOON = Duration.ofSeconds(4);

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;

  @BeforeAll
  static void start() throws IOException {
    server = ContractHome.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldAnswerOthersAtOnceWhenThoseWhoAskedAreGone() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (RawConnection one = RawConnection.to(server.url())) {
        one.write("GET " + YEAR + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        await().pollInSameThread().pollDelay(Duration.ofMillis(5)).until(() -> true);
      }
    }

    Instant begin = Instant.now();
    assertThat(server.get("/api/v1/plugins").statusCode()).isEqualTo(200);
    assertThat(server.post("/api/v1/plugins/acme/release", "{}").statusCode()).isEqualTo(200);
    assertThat(server.get("/api/v1/theatres/north/history?limit=1").statusCode()).isEqualTo(200);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(SOON);
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldReadOnlySoManyBodiesAtATime() throws Exception {
    String head =
        """
        POST /api/v1/theatres/north/what-if HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Content-Length: 65000\r
        \r
        """;
    String part = " ".repeat(64_000);
    List<RawConnection> senders = new ArrayList<>();
    try {
      for (int i = 0; i < 8 * 1024 * 1024 / 65_000; i++) {
        RawConnection one = RawConnection.to(server.url());
        senders.add(one);
        one.write(head + part);
      }
      await()
          .untilAsserted(
              () -> {
                HttpResponse<String> refused =
                    server.post("/api/v1/theatres/north/what-if", "{}" + part);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("retry-after")).contains("2");
                assertThat(refused.body()).contains("too much is being sent");
              });
      assertThat(server.post("/api/v1/plugins/acme/release", "{}").statusCode()).isEqualTo(200);
      assertThat(server.get("/api/v1/plugins").statusCode()).isEqualTo(200);
    } finally {
      for (RawConnection one : senders) {
        one.close();
      }
    }
    await()
        .untilAsserted(
            () ->
                assertThat(server.post("/api/v1/theatres/north/what-if", "{}" + part).statusCode())
                    .isEqualTo(200));
  }

  @Test
  void shouldSayThatItIsBusyAndAnswerEverythingElse() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    for (int i = 0; i < 4 * Workers.MOST_QUERIES; i++) {
      asked.add(
          client.sendAsync(
              HttpRequest.newBuilder(URI.create(server.url() + YEAR)).build(),
              BodyHandlers.ofString()));
    }

    Instant begin = Instant.now();
    assertThat(server.get("/api/v1/plugins").statusCode()).isEqualTo(200);
    assertThat(server.post("/api/v1/plugins/acme/release", "{}").statusCode()).isEqualTo(200);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(SOON);
    Contracted contract = new Contracted();
    List<HttpResponse<String>> answers = asked.stream().map(CompletableFuture::join).toList();
    List<HttpResponse<String>> refused =
        answers.stream().filter(one -> one.statusCode() != 200).toList();
    assertThat(answers.size() - refused.size()).isGreaterThanOrEqualTo(Workers.MOST_QUERIES);
    assertThat(refused).isNotEmpty();
    for (HttpResponse<String> one : refused) {
      assertThat(one.statusCode()).isEqualTo(503);
      assertThat(one.headers().firstValue("retry-after")).contains("2");
      contract.check(contract.operation("readings"), YEAR, one);
    }
  }
}
