package org.muscat.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a Muscat that has TLS and a user. */
@Tag("gates")
class SecureScrapeGateTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;

  @Test
  void shouldBeScrapedWithItsCertificateAndAUser() throws Exception {
    certificate();
    Path web = BasicAuth.MUSCAT.webConfig(folder);
    Files.writeString(
        web,
        Files.readString(web)
            + "tls_server_config: {cert_file: muscat.crt, key_file: muscat.key, min_version: TLS13}\n");
    DebianTool check = DebianTool.run(folder, "promtool", "check", "web-config", web.toString());
    assertThat(check.exitCode()).as(check.output()).isZero();

    try (MuscatProcess muscat =
            MuscatProcess.serve(
                folder, Map.of("MUSCAT_LISTEN_WEB_CONFIG", web.toString()), "--demo");
        MonitoringProcess prometheus = prometheus(muscat.url())) {
      assertUp(prometheus, "muscat", "1");
      assertUp(prometheus, "stranger", "0");
    }
  }

  /** Each has its turn within the interval. */
  private static void assertUp(MonitoringProcess prometheus, String job, String value) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        prometheus
                            .query("up{job=\"%s\"}".formatted(job))
                            .at("/data/result/0/value/1")
                            .asText())
                    .as(prometheus.json("/api/v1/targets").toString())
                    .isEqualTo(value));
  }

  private MonitoringProcess prometheus(String url) throws IOException {
    String target = url.substring("https://".length());
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s}
        scrape_configs:
          - job_name: muscat
            scheme: https
            tls_config: {ca_file: muscat.crt}
            basic_auth: {username: %1$s, password_file: %2$s}
            static_configs: [{targets: ["%3$s"]}]
          - job_name: stranger
            scheme: https
            tls_config: {ca_file: muscat.crt}
            static_configs: [{targets: ["%3$s"]}]
        """
            .formatted(BasicAuth.MUSCAT.user(), BasicAuth.MUSCAT.password(folder), target));
    return MonitoringProcess.prometheus(folder, folder.resolve("prometheus.yml"));
  }

  /** Makes a certificate of 127.0.0.1 with the tool of the JDK. */
  private void certificate() throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("muscat.p12");
    DebianTool keytool =
        DebianTool.run(
            folder,
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "muscat",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=muscat",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            new String(PASSWORD));
    assertThat(keytool.exitCode()).as(keytool.output()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    Files.writeString(
        folder.resolve("muscat.crt"),
        pem("CERTIFICATE", keys.getCertificate("muscat").getEncoded()));
    Files.writeString(
        folder.resolve("muscat.key"),
        pem("PRIVATE KEY", keys.getKey("muscat", PASSWORD).getEncoded()));
  }

  private static String pem(String what, byte[] encoded) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END "
        + what
        + "-----\n";
  }
}
