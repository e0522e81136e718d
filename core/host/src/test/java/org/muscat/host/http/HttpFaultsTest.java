package org.muscat.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpQuery;
import org.muscat.testkit.StubAnswer;

/** What becomes of answers that do not come whole. */
class HttpFaultsTest {

  private final Network network = Network.quick();

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void shouldTakeASlowAnswerThatComesInTime() throws Exception {
    network.server.then(StubAnswer.slow("{\"a\":1}", 5));

    assertThat(network.fetch().text()).isEqualTo("{\"a\":1}");
  }

  @Test
  void shouldGiveUpAnAnswerThatIsTooSlow() {
    network.server.then(StubAnswer.slow("x".repeat(1_000), 50));

    FeedException failure =
        network.fails(network.query().within(Duration.ofMillis(500)), Reason.TIMED_OUT);

    assertThat(failure).hasMessageContaining("did not come whole in time");
    assertThat(network.server.requests()).hasSize(1);
  }

  @Test
  void shouldGiveUpAServerThatSaysNothing() {
    network.server.then(StubAnswer.hanging());

    network.fails(network.query().within(Duration.ofMillis(500)), Reason.TIMED_OUT);
  }

  @Test
  void shouldGiveUpAServerThatHangsInTheBody() {
    network.server.then(StubAnswer.hangingInTheBody());

    network.fails(network.query().within(Duration.ofMillis(500)), Reason.TIMED_OUT);
  }

  @Test
  void shouldEndBeforeTheDeadlineOfTheFetch() {
    network.server.then(StubAnswer.hanging());
    Instant deadline = Instant.now().plusSeconds(4);
    network.http.until(deadline);

    network.fails(Reason.TIMED_OUT);

    assertThat(Instant.now()).isBefore(deadline);
  }

  @Test
  void shouldEndWhenItIsInterrupted() throws InterruptedException {
    network.server.then(StubAnswer.hanging());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread feed = new Thread(() -> thrown.set(catchThrowable(network::fetch)));
    feed.start();
    await().until(() -> !network.server.requests().isEmpty());

    feed.interrupt();

    feed.join(10_000);
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void shouldTryAgainAfterATruncatedAnswer() throws Exception {
    network.server.then(
        StubAnswer.truncated("{\"a\":1}"),
        StubAnswer.truncatedChunks("{\"a\":1}"),
        StubAnswer.json("{\"a\":1}"));

    assertThat(network.fetch().text()).isEqualTo("{\"a\":1}");
    assertThat(network.server.requests()).hasSize(3);
    assertThat(network.http.usage().requests()).isEqualTo(3);
  }

  @Test
  void shouldNotTakeHalfAnAnswerForAWholeOne() {
    network.server.otherwise(request -> StubAnswer.truncated("{\"a\":1}"));

    FeedException failure = network.fails(Reason.UNREACHABLE);

    assertThat(failure).hasMessageContaining("hung up").hasMessageContaining("in 3 tries");
    assertThat(network.server.requests()).hasSize(3);
  }

  @Test
  void shouldNotTakeChunksWithoutAnEndForAWholeAnswer() {
    network.server.otherwise(request -> StubAnswer.truncatedChunks("{\"a\":1}"));

    network.fails(Reason.UNREACHABLE);
  }

  @Test
  void shouldTryAgainWhenAServerIsAwayForAMoment() throws Exception {
    network.server.then(
        StubAnswer.status(502), StubAnswer.status(503), StubAnswer.text("back again"));

    assertThat(network.fetch().text()).isEqualTo("back again");
  }

  @Test
  void shouldGiveUpAServerThatStaysAway() {
    network.server.otherwise(request -> StubAnswer.status(504));

    assertThat(network.fails(Reason.SOURCE_FAILED)).hasMessageContaining("answered 504");
    assertThat(network.server.requests()).hasSize(3);
  }

  @Test
  void shouldNotTryAgainSoonerThanItIsAsked() {
    network.server.otherwise(request -> StubAnswer.status(503, "Retry-After: 600"));

    FeedException failure = network.fails(Reason.SOURCE_FAILED);

    assertThat(failure.retryAfter().orElseThrow()).isAfter(Instant.now().plusSeconds(500));
    assertThat(network.server.requests()).hasSize(1);
  }

  @Test
  void shouldSayThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    FeedException failure =
        network.fails(
            HttpQuery.get(URI.create("http://127.0.0.1:" + port + "/")), Reason.UNREACHABLE);

    assertThat(failure).hasMessageContaining("no connection").hasMessageContaining("in 3 tries");
  }

  @Test
  void shouldCutOffAnAnswerWithoutAnEnd() {
    network.server.then(StubAnswer.endless());

    FeedException failure = network.fails(network.query().atMost(1_000_000), Reason.TOO_LARGE);

    assertThat(failure).hasMessageContaining("more than 1000000 bytes");
    // What was under way when it was cut off may still be counted, but no more than that.
    assertThat(network.http.usage().bytes()).isLessThan(2_000_000);
  }

  @Test
  void shouldNotEvenReadAnAnswerThatSaysItIsTooLarge() {
    network.server.then(StubAnswer.text("x".repeat(10_000)));

    assertThat(network.fails(network.query().atMost(5_000), Reason.TOO_LARGE))
        .hasMessageContaining("10000 bytes are announced");
    assertThat(network.http.usage().bytes()).isZero();
  }

  @Test
  void shouldSayThatItIsNoHttp() {
    network.server.then(
        StubAnswer.bytes("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

    network.fails(Reason.BAD_DATA);
  }

  @Test
  void shouldKeepToItsPace() {
    try (Network slow = Network.with(HttpSettings.defaults("test").withPace(0.001, 2))) {
      slow.server.otherwise(request -> StubAnswer.text("x"));
      assertThat(catchThrowable(slow::fetch)).isNull();
      assertThat(catchThrowable(slow::fetch)).isNull();

      FeedException third = slow.fails(Reason.TIMED_OUT);

      assertThat(third).hasMessageContaining("0.001 requests a second to 127.0.0.1");
      assertThat(slow.server.requests()).hasSize(2);
    }
  }
}
