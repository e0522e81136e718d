package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.host.http.HttpSettings;
import org.muscat.server.deliver.DeliveryException.Reason;
import org.muscat.server.fixture.SetClock;
import org.muscat.spi.config.Secret;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubIdentity;
import org.muscat.testkit.StubServer;

/** How deliveries get to their targets. */
class NetworkTest {

  private static final HttpSettings PLAIN = HttpSettings.defaults("test");
  private static final String BASIC = "Basic bWU6aHVudGVyMg==";

  @TempDir Path folder;

  @Test
  void shouldTrustTheCertificatesOfTheConfigurationAndNoOthers() {
    StubIdentity identity = StubIdentity.valid(folder);
    try (StubServer target = https(identity)) {
      send(PLAIN.withTrust(List.of(identity.pem())), target.uri("/write"));
      assertThat(target.requests()).hasSize(1);

      DeliveryException failure = failure(PLAIN, target.uri("/write"));

      assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(failure).hasMessageStartingWith("there is no secure connection to it: ");
      assertThat(target.requests()).hasSize(1);
    }
  }

  @Test
  void shouldStillWantTheCertificateOfTheVeryHost() {
    StubIdentity identity = StubIdentity.ofAnotherHost(folder);
    try (StubServer target = https(identity)) {
      DeliveryException failure =
          failure(PLAIN.withTrust(List.of(identity.pem())), target.uri("/write"));

      assertThat(failure).hasMessageStartingWith("there is no secure connection to it: ");
      assertThat(target.requests()).isEmpty();
    }
  }

  @Test
  void shouldSayWhichFileOfCertificatesIsNone() throws IOException {
    Path none = Files.writeString(folder.resolve("none.pem"), "none");

    DeliveryException failure =
        failure(PLAIN.withTrust(List.of(none)), URI.create("https://127.0.0.1:9/"));

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessageContaining(none.toString());
  }

  @Test
  void shouldGoThroughTheProxyWithItsCredentials() {
    try (StubServer proxy = StubServer.http().otherwise(request -> StubAnswer.text("taken"))) {
      send(through(proxy.port()), URI.create("http://push.example:9091/metrics"));

      assertThat(proxy.requests())
          .singleElement()
          .satisfies(
              asked -> {
                assertThat(asked.target()).isEqualTo("http://push.example:9091/metrics");
                assertThat(asked.header("Proxy-Authorization")).contains(BASIC);
              });
    }
  }

  @Test
  void shouldGoToExceptedHostsWithoutIt() {
    try (StubServer proxy = StubServer.http();
        StubServer target = StubServer.http().otherwise(request -> StubAnswer.text("taken"))) {
      send(through(proxy.port(), "127.0.0.1"), target.uri("/metrics"));

      assertThat(proxy.requests()).isEmpty();
      assertThat(target.requests())
          .singleElement()
          .satisfies(asked -> assertThat(asked.header("Proxy-Authorization")).isEmpty());
    }
  }

  @Test
  void shouldConnectThroughTheProxyAndCheckTheCertificateBehindIt() throws IOException {
    StubIdentity identity = StubIdentity.valid(folder);
    try (StubServer target = https(identity);
        Tunnel proxy = new Tunnel()) {
      HttpSettings settings = through(proxy.port());
      send(settings.withTrust(List.of(identity.pem())), target.uri("/write"));

      assertThat(proxy.heads())
          .singleElement()
          .asString()
          .startsWith("CONNECT 127.0.0.1:" + target.port())
          .containsIgnoringCase("Proxy-Authorization: " + BASIC);
      assertThat(target.requests())
          .singleElement()
          .satisfies(asked -> assertThat(asked.header("Proxy-Authorization")).isEmpty());
      assertThat(failure(settings, target.uri("/write")))
          .hasMessageStartingWith("there is no secure connection to it: ")
          .hasMessageEndingWith(" (by the proxy 127.0.0.1:" + proxy.port() + ")");
    }
  }

  @Test
  void shouldSayThatTheProxyDoesNotTakeItsCredentials() {
    try (StubServer proxy = StubServer.http().otherwise(request -> StubAnswer.status(407))) {
      DeliveryException failure =
          failure(through(proxy.port()), URI.create("http://push.example:9091/metrics"));

      assertThat(failure.reason()).isEqualTo(Reason.UNAUTHORISED);
      assertThat(failure)
          .hasMessage(
              "the proxy on the way does not take its credentials; it answers 407: status 407");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  private static StubServer https(StubIdentity identity) {
    return StubServer.https(identity.context()).otherwise(request -> StubAnswer.text("taken"));
  }

  private static HttpSettings through(int port, String... except) {
    return PLAIN.withProxy(
        new HttpSettings.Proxy(
            "127.0.0.1",
            port,
            Optional.of("me"),
            Optional.of(Secret.of("${env:P}", () -> "hunter2")),
            List.of(except)));
  }

  private static void send(HttpSettings settings, URI target) {
    Patience patience = new Patience(new SetClock(() -> Instant.EPOCH), new Random(1), pause -> {});
    new Sender(new Network(settings), patience)
        .send(HttpRequest.newBuilder(target).POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  private static DeliveryException failure(HttpSettings settings, URI target) {
    DeliveryException failure =
        catchThrowableOfType(DeliveryException.class, () -> send(settings, target));
    assertThat(failure).isNotNull();
    return failure;
  }
}
