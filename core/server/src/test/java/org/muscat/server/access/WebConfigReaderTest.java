package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.host.config.Problem;
import org.muscat.host.config.Problems;

class WebConfigReaderTest {

  private static final String HASH = "$2y$10$ABCDEFGHIJKLMNOPQRSTUuuB5xwyWbHMeXMRKqVuIxjvBBuFnbqBa";

  @TempDir Path folder;

  @Test
  void shouldReadEverythingThatExportersTake() throws IOException {
    Problems problems = new Problems();

    WebConfig web =
        read(
            """
            tls_server_config:
              cert_file: server.crt
              key_file: keys/server.key
              client_auth_type: RequireAndVerifyClientCert
              client_ca_file: ca.crt
              client_allowed_sans: [prometheus]
              min_version: TLS13
              max_version: TLS13
              cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]
              prefer_server_cipher_suites: true
            http_server_config:
              http2: false
              headers:
                Strict-Transport-Security: max-age=600
            basic_auth_users:
              alice: %s
            rate_limit:
              interval: 100ms
              burst: 20
            """
                .formatted(HASH),
            problems);

    assertThat(problems.all()).isEmpty();
    WebConfig.Tls tls = web.tls().orElseThrow();
    assertThat(tls.certificate()).isEqualTo(folder.resolve("server.crt"));
    assertThat(tls.key()).isEqualTo(folder.resolve("keys/server.key"));
    assertThat(tls.clientAuth()).isEqualTo(WebConfig.ClientAuth.REQUIRE_AND_VERIFY_CLIENT_CERT);
    assertThat(tls.clientAuthority()).contains(folder.resolve("ca.crt"));
    assertThat(tls.allowedNames()).containsExactly("prometheus");
    assertThat(tls.versions()).containsExactly("TLSv1.3");
    assertThat(tls.cipherSuites()).containsExactly("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
    assertThat(web.http2()).isFalse();
    assertThat(web.headers()).containsEntry("Strict-Transport-Security", "max-age=600");
    assertThat(web.users()).containsEntry("alice", HASH);
    assertThat(web.rate()).contains(new WebConfig.Rate(10, 20));
    assertThat(web.toString()).contains("alice").doesNotContain(HASH);
  }

  @Test
  void shouldTakeAnEmptyFileForNothing() throws IOException {
    Problems problems = new Problems();

    assertThat(read("\n", problems)).isEqualTo(WebConfig.NONE);
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tls_server_config: {cert_file: a, key_file: b, min_version: TLS10} | 'TLS10' is not offered
          tls_server_config: {cert_file: a, key_file: b, min_version: TLS13, max_version: TLS12} | above 'max_version'
          tls_server_config: {cert_file: a} | option 'key_file' is missing
          tls_server_config: {cert_file: a, key_file: b, client_auth_type: Sometimes} | 'Sometimes' is not one of: NoClientCert
          tls_server_config: {cert_file: a, key_file: b, client_auth_type: VerifyClientCertIfGiven} | needs 'client_ca_file'
          tls_server_config: {cert_file: a, key_file: b, client_ca_file: c} | set 'client_auth_type'
          tls_server_config: {cert_file: a, key_file: b, client_allowed_sans: [c]} | verified certificates only
          tls_server_config: {cert_file: a, key_file: b, cipher_suites: [TLS_RSA_WITH_NULL_SHA256]} | 'TLS_RSA_WITH_NULL_SHA256' is not offered
          tls_server_config: {cert_file: a, key_file: b, curve_preferences: [X25519]} | jdk.tls.namedGroups
          tls_server_config: {certfile: a, cert_file: a, key_file: b} | unknown option 'certfile'
          http_server_config: {http2: perhaps} | is not true or false
          http_server_config: {headers: {Server: x}} | unknown option 'Server'
          http_server_config: {headers: {X-Frame-Options: "a\\nb"}} | printable ASCII
          basic_auth_users: {alice: hunter2} | not a bcrypt hash
          basic_auth_users: {"a:b": $2y$10$ABCDEFGHIJKLMNOPQRSTUuuB5xwyWbHMeXMRKqVuIxjvBBuFnbqBa} | no colon
          basic_auth_users: {a: $2y$16$ABCDEFGHIJKLMNOPQRSTUuuB5xwyWbHMeXMRKqVuIxjvBBuFnbqBa} | takes seconds
          rate_limit: {interval: soon} | 'soon' is not a time
          rate_limit: {interval: 1s, burst: 0} | is not a whole number from 1
          basic_auth_user: {} | unknown option 'basic_auth_user', did you mean 'basic_auth_users'
          """)
  void shouldNameFileAndLineOfWhatIsWrong(String yaml, String message) throws IOException {
    Problems problems = new Problems();

    read("# a comment\n" + yaml + "\n", problems);

    List<Problem> all = problems.all();
    assertThat(all).hasSize(1);
    assertThat(all.get(0).file()).endsWith("web.yml");
    assertThat(all.get(0).line()).isEqualTo(2);
    assertThat(all.get(0).toString()).contains(message).doesNotContain("hunter2", "ABCDEFG");
  }

  @Test
  void shouldSayThatThereIsNoFile() {
    Problems problems = new Problems();

    WebConfigReader.read(folder.resolve("none.yml"), new FilesRead(), problems);

    assertThat(problems.all()).singleElement().asString().contains("there is no file");
  }

  private WebConfig read(String yaml, Problems problems) throws IOException {
    Path file = Files.writeString(folder.resolve("web.yml"), yaml);
    return WebConfigReader.read(file, new FilesRead(), problems);
  }
}
