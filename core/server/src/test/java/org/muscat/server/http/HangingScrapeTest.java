package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.SetClock;
import org.muscat.server.runtime.Session;

/** Something that a scrape asks hangs: here the clock, when it is asked whether a feed is stale. */
class HangingScrapeTest {

  private static final String TIMEOUT = "X-Prometheus-Scrape-Timeout-Seconds";

  @TempDir Path folder;

  private final CountDownLatch hanging = new CountDownLatch(1);
  private volatile boolean hangs;
  private Running server;

  @BeforeEach
  void start() throws IOException {
    Home home = Home.in(folder);
    home.feed("test/one,2025-01-01T00:00:00Z,1");
    Problems problems = new Problems();
    ServerConfig config = ServerConfig.read(home.config(), folder, problems);
    Session session =
        Session.open(
            config,
            Session.load(home.plugins()),
            home.data(),
            "muscat.db",
            new SetClock(this::time),
            problems);
    server = Running.start(session, Clock.systemUTC()).ready();
  }

  @AfterEach
  void stop() {
    hanging.countDown();
    server.close();
  }

  @Test
  void shouldSayThatThereIsNoPageWhileTheScraperStillWaits() {
    hangs = true;

    HttpResponse<String> answer = server.get("/metrics", TIMEOUT, "1");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains("not ready within PT0.5S");
  }

  @Test
  void shouldAnswerEverythingElseMeanwhileAndScrapesAfterwards() {
    hangs = true;
    for (int i = 0; i < 5; i++) {
      assertThat(server.get("/metrics", TIMEOUT, "0.2").statusCode()).isEqualTo(503);
    }

    assertThat(server.get("/-/ready").statusCode()).isEqualTo(200);
    assertThat(server.get("/-/healthy").statusCode()).isEqualTo(200);
    assertThat(server.get("/api/v1/theatres").statusCode()).isEqualTo(200);
    hangs = false;
    hanging.countDown();
    await().until(() -> server.get("/metrics").statusCode() == 200);
  }

  private Instant time() {
    if (hangs && Thread.currentThread().getName().startsWith("scrapes")) {
      try {
        hanging.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return Instant.now();
  }
}
