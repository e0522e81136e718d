package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.RawConnection;
import org.muscat.server.fixture.Running;

/** Those who send what they should not, or too much of it. */
@Timeout(180)
class RudeClientsTest {

  private static final String WHAT_IF = "/api/v1/theatres/north/what-if";

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;
  private static Asking asking;

  @BeforeAll
  static void start() throws IOException {
    server = Running.start(Home.in(folder).open(), Clock.systemUTC());
    asking = Asking.of(server.url());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/%252e%252e%252f%252e%252e%252fetc%252fpasswd",
        "/..%5c..%5c..%5cetc%5cpasswd",
        "/%5c..%5c..%5cetc%5cpasswd",
        "/..\\..\\etc\\passwd",
        "/muscat.js%00.html",
        "/%00",
        "/./.././../page/../../local-token",
        "//etc/passwd",
        "/page/../local-token",
        "/META-INF/MANIFEST.MF",
        "/../META-INF/services/ch.qos.logback.classic.spi.Configurator",
        "/..;/META-INF/services/ch.qos.logback.classic.spi.Configurator",
        "/%c0%ae%c0%ae/etc/passwd"
      })
  void shouldServeNothingButThePage(String path) throws IOException {
    String answer = server.raw("GET " + path);

    assertThat(answer)
        .containsPattern("^HTTP/1.1 4\\d\\d ")
        .doesNotContain("root:", "Bearer ", "LogSetup", "Manifest-Version");
    assertDressed(answer);
    assertThat(logs.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/%0d%0aSet-Cookie:%20a=b",
        "/api/v1/theatres/%0d%0aSet-Cookie:%20a=b/index",
        "/api/v1/theatres/north/index?asOf=%0d%0aSet-Cookie:%20a=b",
        "/%0aSet-Cookie:%20a=b"
      })
  void shouldNotLetARequestWriteHeaders(String path) throws IOException {
    String head = server.raw("GET " + path).split("\r\n\r\n", 2)[0];

    assertThat(head.toLowerCase(Locale.ROOT)).doesNotContain("\nset-cookie");
  }

  @Test
  void shouldRefuseWhatIsTooLarge() throws IOException {
    String line = server.raw("GET /?" + "x".repeat(9_000));
    String headers =
        exchange("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

    // Of a line that it cannot read the server does not know the version.
    assertThat(line).startsWith("HTTP/1.0 414 ").contains("application/problem+json");
    assertDressed(line);
    assertThat(headers).startsWith("HTTP/1.1 431 ").contains("application/problem+json");
    assertDressed(headers);
    assertThat(post(WHAT_IF, "x".repeat(70_000))).isEqualTo(413);
    assertThat(exchange("rubbish\r\n\r\n")).containsPattern("^HTTP/1.[01] 400 ");
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsNestedTooDeeply() {
    for (int depth : new int[] {100, 900, 1_100, 20_000}) {
      String arrays = "{\"readings\": " + "[".repeat(depth) + "]".repeat(depth) + "}";
      String objects =
          "{\"readings\":".repeat(Math.min(depth, 4_000))
              + "1"
              + "}".repeat(Math.min(depth, 4_000));

      assertThat(post(WHAT_IF, arrays)).as("arrays, %s", depth).isBetween(400, 422);
      assertThat(post(WHAT_IF, objects)).as("objects, %s", depth).isBetween(400, 422);
    }
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldNotUnpackABody() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[20_000_000]);
    }
    assertThat(bomb.size()).isLessThan(64 * 1024);
    String head =
        "POST "
            + WHAT_IF
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
            + "Content-Encoding: gzip\r\nContent-Length: "
            + bomb.size()
            + "\r\n\r\n";

    String answer = exchange(head, bomb.toByteArray());

    assertThat(answer).startsWith("HTTP/1.1 415 ");
    assertDressed(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void shouldTakeNoUploadOfAPlugin(String method) {
    for (String path :
        List.of("/api/v1/plugins", "/api/v1/plugins/acme", "/plugins/acme.jar", "/acme.jar")) {
      int status =
          asking
              .send(
                  method,
                  path,
                  "PK",
                  "Content-Type",
                  "application/java-archive",
                  "Authorization",
                  server.localToken())
              .statusCode();

      assertThat(status).as(path).isIn(404, 405);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "evil.example", "evil.example:8080", "localhost.evil.example", "10.0.0.1"})
  void shouldNotAnswerToANameThatIsNotItsOwn(String host) throws IOException {
    String answer = exchange("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 421 ").contains("listen.hosts");
    assertDressed(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost:99999",
        "Host: localhost:port",
        "Host: evil.example@localhost",
        "Host: evil example",
        "Host: localhost\r\nHost: localhost",
        "Host: localhost\r\nHost: evil.example",
        "X-Host: localhost"
      })
  void shouldRefuseAHostThatIsNone(String header) throws IOException {
    for (String path : List.of("/", "/api/v1/theatres", "/-/healthy")) {
      String answer =
          exchange("GET " + path + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n");

      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "Host");
      assertDressed(answer);
    }
    assertThat(logs.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"200-maybe", "100-continue, 200-maybe", "x"})
  void shouldRefuseWhatItIsExpectedToDoAndDoesNotKnow(String expected) throws IOException {
    String answer =
        exchange(
            "POST "
                + WHAT_IF
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: "
                + expected
                + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

    assertThat(answer).startsWith("HTTP/1.1 417 ").contains("application/problem+json");
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldAnswerOldClientsThatSendNoHost() throws IOException {
    assertThat(exchange("GET /-/healthy HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyz\r\n{}\r\n0\r\n\r\n", "-5\r\n{}\r\n", "99999999999999\r\n{}"})
  void shouldRefuseABodyWhosePiecesAreNone(String body) throws IOException {
    String answer =
        exchange(
            "POST "
                + WHAT_IF
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n"
                + body);

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    assertDressed(answer);
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldLogNoErrorOfABadBodyThatNobodyReads() throws IOException {
    String head = "GET /api/v1/feeds HTTP/1.1\r\nHost: localhost\r\n";

    String answer = exchange(head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n");

    assertThat(answer).doesNotContain(" 500 ");
    assertThat(logs.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "GET /muscat.js",
        "GET /metrics",
        "GET /-/healthy",
        "GET /-/ready",
        "GET /api/v1/theatres",
        "GET /api/v1/theatres/none/index",
        "GET /api/v1/nothing",
        "GET /nothing",
        "GET /%zz",
        "POST /-/reload",
        "PUT /api/v1/theatres",
        "BREW /",
        "HEAD /"
      })
  void shouldSendCarefulHeadersWithEachAnswer(String request) throws IOException {
    assertDressed(server.raw(request));
  }

  private static void assertDressed(String answer) {
    assertThat(answer.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT))
        .contains(
            "x-content-type-options: nosniff",
            "x-frame-options: deny",
            "referrer-policy: no-referrer",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: same-origin",
            "permissions-policy: ",
            "content-security-policy: default-src 'none'; script-src 'self';")
        .doesNotContain("unsafe", "strict-transport-security", "server: ", "x-powered-by");
  }

  private static int post(String path, String body) {
    return asking.post(path, body, "Content-Type", "application/json").statusCode();
  }

  private static String exchange(String head) throws IOException {
    return exchange(head, new byte[0]);
  }

  private static String exchange(String head, byte[] body) throws IOException {
    try (RawConnection connection = RawConnection.to(server.url())) {
      return connection.exchange(head, body);
    }
  }
}
