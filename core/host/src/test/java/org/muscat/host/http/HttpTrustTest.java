package org.muscat.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.config.Secret;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubIdentity;
import org.muscat.testkit.StubServer;

/** Whom the host believes. */
class HttpTrustTest {

  @TempDir private static Path folder;
  private static StubIdentity valid;

  @BeforeAll
  static void makeACertificate() {
    valid = StubIdentity.valid(folder);
  }

  @Test
  void shouldBelieveACertificateThatItWasToldToTrust() throws Exception {
    try (Network network = network(valid, true)) {
      assertThat(network.fetch().text()).isEqualTo("hello");
    }
  }

  @Test
  void shouldNotBelieveACertificateOfItsOwnMaking() {
    try (Network network = network(valid, false)) {
      refused(network);
    }
  }

  @Test
  void shouldNotBelieveAnExpiredCertificate() {
    try (Network network = network(StubIdentity.expired(folder), true)) {
      assertThat(refused(network)).hasMessageContaining("NotAfter");
    }
  }

  @Test
  void shouldNotBelieveTheCertificateOfAnotherHost() {
    try (Network network = network(StubIdentity.ofAnotherHost(folder), true)) {
      assertThat(refused(network)).hasMessageContaining("127.0.0.1");
    }
  }

  @Test
  void shouldCheckCertificatesThroughAProxyToo() throws Exception {
    try (ConnectProxy proxy = new ConnectProxy();
        Network trusting = throughProxy(proxy, Network.QUICK.withTrust(List.of(valid.pem())));
        Network doubting = throughProxy(proxy, Network.QUICK)) {
      HttpQuery keyed = trusting.query().secretHeader("X-Token", Secret.of("k", () -> "s3cr3t"));

      assertThat(trusting.http.fetch(keyed).text()).isEqualTo("hello");

      assertThat(proxy.heads()).singleElement().asString().doesNotContain("s3cr3t");
      assertThat(proxy.heads().get(0))
          .startsWith("CONNECT 127.0.0.1:" + trusting.server.port())
          .containsIgnoringCase("Proxy-Authorization: Basic");
      refused(doubting);
      assertThat(proxy.heads()).hasSize(2);
    }
  }

  private static Network throughProxy(ConnectProxy proxy, HttpSettings settings) {
    StubServer server =
        StubServer.https(valid.context()).otherwise(request -> StubAnswer.text("hello"));
    return Network.of(
        server,
        settings.withProxy(
            new HttpSettings.Proxy(
                "127.0.0.1",
                proxy.port(),
                Optional.of("me"),
                Optional.of(Secret.of("p", () -> "pass")))));
  }

  @Test
  void shouldSayWhichFileOfCertificatesIsNone() {
    Path none = folder.resolve("none.pem");
    try (Network network = Network.with(Network.QUICK.withTrust(List.of(none)))) {
      assertThat(network.fails(Reason.CONFIGURATION)).hasMessageContaining(none.toString());
    }
  }

  private static Network network(StubIdentity identity, boolean trusted) {
    StubServer server =
        StubServer.https(identity.context()).otherwise(request -> StubAnswer.text("hello"));
    HttpSettings settings =
        trusted ? Network.QUICK.withTrust(List.of(identity.pem())) : Network.QUICK;
    return Network.of(server, settings);
  }

  private static FeedException refused(Network network) {
    FeedException failure = network.fails(Reason.UNTRUSTED);
    assertThat(failure).hasMessageContaining("certificate");
    assertThat(network.server.requests()).isEmpty();
    return failure;
  }
}
