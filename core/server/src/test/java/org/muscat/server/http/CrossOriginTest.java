package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.RawConnection;
import org.muscat.server.fixture.Running;

/** Which pages of other origins may read. */
class CrossOriginTest {

  private static final String FRIEND = "https://dash.example";
  private static final String WHAT_IF = "/api/v1/theatres/north/what-if";

  @TempDir static Path folder;

  private static Running server;

  @BeforeAll
  static void start() throws IOException {
    server =
        Running.start(
            Home.in(folder).options("cross-origin: {allow: [\"" + FRIEND + "\"]}\n").open(),
            Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldLetAPageReadThatTheOperatorNamed() {
    HttpResponse<String> answer = server.get("/api/v1/theatres", "Origin", FRIEND);

    assertThat(answer.headers().firstValue("access-control-allow-origin")).contains(FRIEND);
    assertThat(answer.headers().firstValue("access-control-expose-headers").orElseThrow())
        .contains("ETag", "Link");
    assertThat(answer.headers().allValues("vary").toString()).contains("Origin");
  }

  /** A browser would tell the page nothing else than that something went wrong. */
  @Test
  void shouldLetAPageReadWhyItIsRefused() throws IOException {
    HttpResponse<String> compressed =
        server.send("GET", "/api/v1/theatres", "Origin", FRIEND, "Content-Encoding", "gzip");
    String misdirected;
    try (RawConnection connection = RawConnection.to(server.url())) {
      misdirected =
          connection.exchange(
              "GET /api/v1/theatres HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\nOrigin: "
                  + FRIEND
                  + "\r\n\r\n",
              new byte[0]);
    }

    assertThat(compressed.statusCode()).isEqualTo(415);
    assertThat(compressed.headers().firstValue("access-control-allow-origin")).contains(FRIEND);
    assertThat(misdirected)
        .startsWith("HTTP/1.1 421 ")
        .containsIgnoringCase("access-control-allow-origin: " + FRIEND + "\r\n");
  }

  @Test
  void shouldLetNoOtherPageRead() {
    for (String origin : new String[] {"https://evil.example", "null", FRIEND + ".evil"}) {
      assertThat(
              server
                  .get("/api/v1/theatres", "Origin", origin)
                  .headers()
                  .firstValue("access-control-allow-origin"))
          .isEmpty();
    }
  }

  @Test
  void shouldAnswerABrowserThatAsksBeforeAWhatIf() {
    HttpResponse<String> answer = preflight(WHAT_IF, FRIEND, "POST");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("access-control-allow-methods")).contains("POST");
    assertThat(preflight(WHAT_IF, "https://evil.example", "POST").statusCode()).isEqualTo(405);
  }

  @Test
  void shouldLetNoPageOfAnotherOriginChangeAnything() {
    HttpResponse<String> answer = preflight("/api/v1/plugins/acme/quarantine", FRIEND, "POST");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("access-control-allow-methods")).isEmpty();
    assertThat(preflight("/-/reload", FRIEND, "POST").statusCode()).isEqualTo(405);
  }

  private static HttpResponse<String> preflight(String path, String origin, String method) {
    return server.send("OPTIONS", path, "Origin", origin, "Access-Control-Request-Method", method);
  }
}
