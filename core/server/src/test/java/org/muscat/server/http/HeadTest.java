package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Certificates;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.TlsClients;

/** HEAD over HTTP/2, where nobody but Muscat leaves the body out. */
@Timeout(120)
class HeadTest {

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;
  private static Asking asking;

  @BeforeAll
  static void start() throws IOException {
    Certificates ours = Certificates.authority("ours");
    ours.issue("muscat").write(folder, "server");
    Files.writeString(
        folder.resolve("web.yml"),
        "tls_server_config: {cert_file: server.crt, key_file: server.key}\n");
    server = ContractHome.begin(folder, "listen: {web-config: web.yml}\n");
    asking =
        Asking.of(
            server.url(),
            TlsClients.of(ours.authority().certificate(), Optional.empty(), "TLSv1.3"));
    await().atMost(Duration.ofSeconds(20)).until(() -> asking.get("/-/ready").statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/muscat.js",
        "/nothing.js",
        "/-/healthy",
        "/-/ready",
        "/api/v1/openapi.yaml",
        "/api/v1/models",
        "/api/v1/theatres",
        "/api/v1/theatres?colour=red",
        "/api/v1/theatres/north/index",
        "/api/v1/theatres/north/index?asOf=2025-01-20T00:00:00Z",
        "/api/v1/theatres/none/index",
        "/api/v1/theatres/north/history?limit=2",
        "/api/v1/nothing"
      })
  void shouldAnswerWithTheHeadersOfGetAndNoBody(String path) {
    HttpResponse<String> get = asking.get(path);
    HttpResponse<String> head = asking.send("HEAD", path, "");

    assertThat(head.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(head.body()).isEmpty();
    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(head.headers().map()).isEqualTo(get.headers().map());
    assertThat(head.headers().firstValueAsLong("content-length"))
        .hasValue(get.body().getBytes(StandardCharsets.UTF_8).length);
    assertThat(logs.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/api/v1/feeds", "/api/v1/stream"})
  void shouldSendNoBodyOfWhatChangesMeanwhile(String path) {
    HttpResponse<String> head = asking.send("HEAD", path, "");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer rubbish", "Negotiate"})
  void shouldRefuseWithoutABody(String credentials) {
    HttpResponse<String> head =
        asking.send("HEAD", "/api/v1/models", "", "Authorization", credentials);

    assertThat(head.statusCode()).isEqualTo(401);
    assertThat(head.body()).isEmpty();
  }
}
