package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.server.config.ConfigException;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Certificates;
import org.muscat.server.fixture.Certificates.Pair;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.TlsClients;
import org.muscat.server.runtime.Session;

/** TLS and certificates of clients, with real connections. */
@Timeout(120)
class EncryptionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String THEATRES = "/api/v1/theatres";
  private static final String SERVER = "cert_file: tls/server.crt, key_file: tls/server.key";

  @TempDir Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private final Certificates ours = Certificates.authority("ours");
  private final Certificates others = Certificates.authority("others");
  private Path tls;
  private Running server;

  @BeforeEach
  void write() throws IOException {
    tls = Files.createDirectories(folder.resolve("tls"));
    ours.authority().write(tls, "ours");
    ours.issue("muscat").write(tls, "server");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldServeOverTlsAndNothingElse() throws IOException {
    start("tls_server_config: {" + SERVER + "}");

    assertThat(server.url()).startsWith("https://");
    HttpResponse<String> answer = asking(Optional.empty()).get("/-/healthy");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThatThrownBy(
            () ->
                Asking.of(server.url().replace("https", "http"))
                    .sendOrFail("GET", "/-/healthy", ""))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldSpeakHttp1OnlyWhereHttp2IsOff() throws IOException {
    start("tls_server_config: {" + SERVER + "}\nhttp_server_config: {http2: false}");

    assertThat(asking(Optional.empty()).get("/-/healthy").version())
        .isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void shouldSendTheHeadersOfItsFileOverTls() throws IOException {
    start(
        "tls_server_config: {"
            + SERVER
            + "}\nhttp_server_config: {headers: {Strict-Transport-Security: max-age=600}}");

    assertThat(
            asking(Optional.empty())
                .get(THEATRES)
                .headers()
                .firstValue("strict-transport-security"))
        .contains("max-age=600");
  }

  @Test
  void shouldRefuseVersionsThatAreOff() throws IOException {
    start("tls_server_config: {" + SERVER + ", min_version: TLS13}");

    assertThatThrownBy(
            () -> asking(Optional.empty(), "TLSv1.2").sendOrFail("GET", "/-/healthy", ""))
        .isInstanceOf(IOException.class);
    assertThat(asking(Optional.empty(), "TLSv1.3").get("/-/healthy").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldOfferTheCiphersThatAreNamed() throws IOException {
    start(
        "tls_server_config: {"
            + SERVER
            + ", cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]}");

    HttpResponse<String> answer = asking(Optional.empty(), "TLSv1.2").get("/-/healthy");

    assertThat(answer.sslSession().orElseThrow().getCipherSuite())
        .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
    assertThat(asking(Optional.empty(), "TLSv1.3").get("/-/healthy").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "RequireAndVerifyClientCert, refused, 200, refused, refused",
    "VerifyClientCertIfGiven, 401, 200, refused, refused",
    "RequireAnyClientCert, refused, 401, 401, 401",
    "RequestClientCert, 401, 401, 401, 401"
  })
  void shouldAskClientsForCertificates(
      String type, String without, String ofOurs, String expired, String ofOthers)
      throws IOException {
    String authority = type.contains("Verify") ? ", client_ca_file: tls/ours.crt" : "";
    start("tls_server_config: {" + SERVER + ", client_auth_type: " + type + authority + "}", true);

    assertThat(answer(Optional.empty())).isEqualTo(without);
    assertThat(answer(Optional.of(ours.issue("prometheus")))).isEqualTo(ofOurs);
    assertThat(
            answer(Optional.of(ours.issue("prometheus", Instant.now().minus(Duration.ofHours(1))))))
        .isEqualTo(expired);
    assertThat(answer(Optional.of(others.issue("prometheus")))).isEqualTo(ofOthers);
    assertThat(logs.errors()).isEmpty();
  }

  private String answer(Optional<Pair> client) {
    try {
      return String.valueOf(asking(client).sendOrFail("GET", THEATRES, "").statusCode());
    } catch (IOException e) {
      return "refused";
    }
  }

  @Test
  void shouldHeedTheNamesInCertificates() throws IOException {
    start(
        "tls_server_config: {"
            + SERVER
            + ", client_auth_type: RequireAndVerifyClientCert, client_ca_file: tls/ours.crt,"
            + " client_allowed_sans: [prometheus]}");

    assertThat(asking(Optional.of(ours.issue("prometheus"))).get(THEATRES).statusCode())
        .isEqualTo(200);
    assertThatThrownBy(
            () -> asking(Optional.of(ours.issue("other"))).sendOrFail("GET", THEATRES, ""))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldNotLetACertificateChangeAnything() throws IOException {
    start(
        "tls_server_config: {"
            + SERVER
            + ", client_auth_type: RequireAndVerifyClientCert, client_ca_file: tls/ours.crt}");
    Asking asking = asking(Optional.of(ours.issue("prometheus")));

    assertThat(asking.post("/-/reload", "").statusCode()).isEqualTo(401);
    assertThat(asking.post("/-/reload", "", "Authorization", server.localToken()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldTakeAnotherCertificateWithoutARestart() throws IOException {
    start("tls_server_config: {" + SERVER + "}");
    X509Certificate before = shown();

    Pair next = ours.issue("muscat").write(tls, "server");

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(shown()).isEqualTo(next.certificate()));
    assertThat(before).isNotEqualTo(next.certificate());
    assertThat(asking(Optional.empty()).get("/-/healthy").version())
        .isEqualTo(HttpClient.Version.HTTP_2);
  }

  @Test
  void shouldGoOnWithTheCertificateBeforeWhenTheNewOneIsBroken() throws IOException {
    start("tls_server_config: {" + SERVER + "}");
    X509Certificate before = shown();

    Files.writeString(
        tls.resolve("server.key"), Certificates.pem(Certificates.keys().getPrivate()));

    await()
        .atMost(PATIENCE)
        .until(() -> logs.errors().stream().anyMatch(line -> line.contains("those before stay")));
    assertThat(logs.events("web-config-refused").toString())
        .contains("is not the key of the certificate")
        .doesNotContain("PRIVATE");
    assertThat(shown()).isEqualTo(before);

    Files.delete(tls.resolve("server.crt"));
    await().atMost(PATIENCE).until(() -> logs.events("web-config-refused").size() > 1);
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void shouldNotStopEncryptingWithoutARestart() throws IOException {
    start("tls_server_config: {" + SERVER + "}");

    Files.writeString(folder.resolve("web.yml"), "http_server_config: {http2: true}\n");

    await()
        .atMost(PATIENCE)
        .until(() -> logs.events("web-config-refused").toString().contains("restart Muscat"));
    assertThat(asking(Optional.empty()).get("/-/healthy").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNotStartWithAKeyOfAnotherCertificate() throws IOException {
    Files.writeString(
        tls.resolve("server.key"), Certificates.pem(Certificates.keys().getPrivate()));

    assertThatThrownBy(() -> start("tls_server_config: {" + SERVER + "}"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("server.key is not the key of the certificate in");
  }

  private void start(String web) throws IOException {
    start(web, false);
  }

  private void start(String web, boolean authenticated) throws IOException {
    Files.writeString(folder.resolve("web.yml"), web + "\n");
    Session session =
        Home.in(folder)
            .options(
                "listen: {web-config: web.yml}\n"
                    + (authenticated ? "access: {reads: authenticated}\n" : ""))
            .open();
    server = Running.start(session, Clock.systemUTC());
  }

  private X509Certificate shown() throws IOException {
    return (X509Certificate)
        asking(Optional.empty())
            .sendOrFail("GET", "/-/healthy", "")
            .sslSession()
            .orElseThrow()
            .getPeerCertificates()[0];
  }

  private Asking asking(Optional<Pair> client) {
    return asking(client, "TLSv1.3");
  }

  private Asking asking(Optional<Pair> client, String version) {
    return Asking.of(server.url(), TlsClients.of(ours.authority().certificate(), client, version));
  }
}
