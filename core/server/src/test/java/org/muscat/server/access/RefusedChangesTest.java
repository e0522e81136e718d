package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.RawConnection;
import org.muscat.server.fixture.Running;

/** Attempts to change something that are refused before anybody asks who it is. */
@Timeout(120)
class RefusedChangesTest {

  private static final String RELOAD = "/-/reload";

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private Running server;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("web.yml"), "rate_limit: {interval: 1h, burst: 4}\n");
    server =
        Running.start(
            Home.in(folder).options("listen: {web-config: web.yml}\n").open(), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldTellOfAnotherName() throws IOException {
    assertThat(post(RELOAD, "evil.example")).startsWith("HTTP/1.1 421 ");
    assertThat(post("/-/../api/v1/./plugins/acme/release", "evil.example"))
        .startsWith("HTTP/1.1 421 ");
    assertThat(post("/api/v1/theatres/north/what-if", "evil.example")).startsWith("HTTP/1.1 421 ");

    await().until(() -> logs.events("change-refused").size() == 2);
    assertThat(logs.events("change-refused").get(0))
        .contains("who=unknown", "path=" + RELOAD, "status=421", "from=127.0.0.1");
  }

  @Test
  void shouldTellOfACompressedBodyAndOfTooManyRequests() {
    Asking asking = Asking.of(server.url());
    String[] packed = {"Authorization", server.localToken(), "Content-Encoding", "gzip"};
    for (int i = 0; i < 4; i++) {
      assertThat(asking.post(RELOAD, "x", packed).statusCode()).isEqualTo(415);
    }

    assertThat(asking.post(RELOAD, "").statusCode()).isEqualTo(429);

    await().until(() -> logs.events("change-refused").size() == 5);
    assertThat(logs.events("change-refused").get(0)).contains("path=" + RELOAD, "status=415");
    assertThat(logs.events("change-refused").get(4)).contains("path=" + RELOAD, "status=429");
  }

  private String post(String path, String host) throws IOException {
    try (RawConnection connection = RawConnection.to(server.url())) {
      return connection.exchange(
          "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n",
          new byte[0]);
    }
  }
}
