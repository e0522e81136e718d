package org.muscat.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.config.Secret;
import org.muscat.testkit.StubAnswer;
import org.muscat.testkit.StubRequest;
import org.muscat.testkit.StubServer;

/** Secrets reach whom they are for and nobody else; redirects are followed with care. */
class HttpSecretsTest {

  private static final Secret KEY = Secret.of("${env:KEY}", () -> "s3cr3t+key");

  private final Network network = Network.quick();
  private final StubServer other = StubServer.http();

  @AfterEach
  void close() {
    network.close();
    other.close();
  }

  @Test
  void shouldSendSecretsAndShowThemNowhere() {
    network.server.then(StubAnswer.status(403));

    FeedException failure = network.fails(keyed(), Reason.UNAUTHORISED);

    StubRequest asked = network.server.requests().get(0);
    assertThat(asked.parameter("api_key")).contains("s3cr3t+key");
    assertThat(asked.header("X-Token")).contains("s3cr3t+key");
    assertThat(failure).hasMessageContaining("api_key=***");
    assertThat(failure.getMessage()).doesNotContain("s3cr3t");
  }

  @Test
  void shouldRedactWhatTheSourceRepeats() {
    network.server.then(StubAnswer.text("bad key s3cr3t+key, also s3cr3t%2Bkey"));

    FeedException failure = network.fails(keyed().accepting("application/json"), Reason.BAD_DATA);

    assertThat(failure).hasMessageContaining("bad key ***, also ***");
    assertThat(network.http.redact("s3cr3t+key")).isEqualTo("***");
  }

  @Test
  void shouldSayWhichSecretIsNotThere() {
    Secret missing =
        Secret.of(
            "${env:KEY}",
            () -> {
              throw new IllegalStateException("the variable KEY is not set");
            });

    FeedException failure =
        network.fails(network.query().secretHeader("X-Token", missing), Reason.CONFIGURATION);

    assertThat(failure).hasMessageContaining("the variable KEY is not set");
    assertThat(network.server.requests()).isEmpty();
  }

  @Test
  void shouldFollowARedirectOnTheSameServerWithSecrets() throws Exception {
    network.server.then(StubAnswer.redirect(302, "/moved?x=1"), StubAnswer.text("here"));

    assertThat(network.http.fetch(keyed()).text()).isEqualTo("here");

    StubRequest second = network.server.requests().get(1);
    assertThat(second.target()).isEqualTo("/moved?x=1");
    assertThat(second.header("X-Token")).contains("s3cr3t+key");
  }

  @Test
  void shouldFollowARedirectToAnotherServerWithoutSecrets() throws Exception {
    network.server.then(StubAnswer.redirect(307, other.uri("/mirror").toString()));
    other.then(StubAnswer.text("there"));

    assertThat(network.http.fetch(keyed()).text()).isEqualTo("there");

    StubRequest second = other.requests().get(0);
    assertThat(second.header("X-Token")).isEmpty();
    assertThat(second.target()).isEqualTo("/mirror");
  }

  @Test
  void shouldNotCarryASecretToAnotherServer() {
    network.server.then(
        StubAnswer.redirect(302, other.uri("/mirror?api_key=s3cr3t%2Bkey").toString()));

    FeedException failure = network.fails(keyed(), Reason.UNTRUSTED);

    assertThat(failure.getMessage()).doesNotContain("s3cr3t");
    assertThat(other.requests()).isEmpty();
  }

  @Test
  void shouldFollowFiveRedirectsAndNoMore() throws Exception {
    network.server.then(redirects(5)).then(StubAnswer.text("at last"));
    assertThat(network.fetch().text()).isEqualTo("at last");
    network.server.then(redirects(6));

    assertThat(network.fails(Reason.SOURCE_CHANGED)).hasMessageContaining("more than 5 times");
  }

  @Test
  void shouldNotBeLedOutOfTheWeb() {
    network.server.then(StubAnswer.redirect(302, "file:///etc/passwd"));

    assertThat(network.fails(Reason.SOURCE_CHANGED)).hasMessageContaining("out of the web");
  }

  @Test
  void shouldGoThroughAProxyWithItsCredentials() throws Exception {
    StubServer proxy = other;
    proxy.then(StubAnswer.text("by proxy"));
    HttpSettings settings =
        Network.QUICK.withProxy(
            new HttpSettings.Proxy("127.0.0.1", proxy.port(), Optional.of("me"), Optional.of(KEY)));
    try (Network through = Network.with(settings)) {
      assertThat(through.fetch().text()).isEqualTo("by proxy");

      StubRequest asked = proxy.requests().get(0);
      assertThat(asked.target()).isEqualTo(through.server.uri("/data").toString());
      assertThat(asked.header("Proxy-Authorization").orElseThrow()).startsWith("Basic ");
      assertThat(through.server.requests()).isEmpty();
    }
  }

  @Test
  void shouldAskExceptedHostsWithoutTheProxy() throws Exception {
    HttpSettings settings =
        Network.QUICK.withProxy(
            new HttpSettings.Proxy(
                "127.0.0.1",
                other.port(),
                Optional.of("me"),
                Optional.of(KEY),
                List.of("127.0.0.1")));
    try (Network direct = Network.with(settings)) {
      direct.server.then(StubAnswer.text("direct"));

      assertThat(direct.fetch().text()).isEqualTo("direct");

      assertThat(other.requests()).isEmpty();
      assertThat(direct.server.requests().get(0).header("Proxy-Authorization")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "push.example, false",
    "A.Push.Example, false",
    "notpush.example, true",
    "example, true",
    "[::1], false",
    "::1, false",
    "127.0.0.1, true"
  })
  void shouldExceptNamesAndAllBelowThem(String host, boolean proxied) {
    HttpSettings.Proxy proxy =
        new HttpSettings.Proxy(
            "proxy", 3128, Optional.empty(), Optional.empty(), List.of("Push.example", "[::1]"));

    assertThat(proxy.isFor(host)).isEqualTo(proxied);
  }

  private HttpQuery keyed() {
    return network.query().secretParameter("api_key", KEY).secretHeader("X-Token", KEY);
  }

  private static StubAnswer[] redirects(int count) {
    StubAnswer[] redirects = new StubAnswer[count];
    Arrays.fill(redirects, StubAnswer.redirect(302, "/data"));
    return redirects;
  }
}
