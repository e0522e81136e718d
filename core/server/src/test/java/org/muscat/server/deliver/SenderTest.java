package org.muscat.server.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muscat.server.deliver.DeliveryException.Reason;
import org.muscat.server.fixture.SetClock;

class SenderTest {

  private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = NOW;
  private Receiver receiver;
  private Sender sender;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
    sender =
        new Sender(
            Senders.PLAIN,
            new Patience(
                new SetClock(() -> now),
                new Random(7),
                length -> {
                  pauses.add(length);
                  now = now.plus(length);
                }));
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void shouldSendTheSameAgainUntilItIsTaken(int status) {
    receiver.answer(status, "busy").answer(status, "busy").answer(204, "");

    sender.send(request(receiver.url() + "/x"));

    assertThat(receiver.requests())
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.text()).isEqualTo("b"));
  }

  @Test
  void shouldPauseTwiceAsLongAfterEachTryAndGiveUpAfterFive() {
    for (int i = 0; i < 9; i++) {
      receiver.answer(503, "busy");
    }

    DeliveryException failure = failure(receiver.url());

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessage("it answers 503: busy (5 tries)");
    assertThat(receiver.requests()).hasSize(5);
    assertThat(pauses).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(pauses.get(i).toMillis()).isBetween(250L << i, 750L << i);
    }
  }

  @Test
  void shouldLeaveAServerAloneForAsLongAsItAsks() {
    receiver.answer(429, "slower", "Retry-After", "7").answer(200, "");

    sender.send(request(receiver.url()));

    assertThat(pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void shouldNotWaitForLongerThanHalfAMinute() {
    receiver.answer(503, "night", "Retry-After", "Wed, 01 Jan 2025 08:00:00 GMT");

    DeliveryException failure = failure(receiver.url());

    assertThat(failure).hasMessage("it answers 503: night");
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, REJECTED, it answers 400: no",
    "404, REJECTED, it answers 404: no",
    "302, REJECTED, it answers 302: no; redirects are not followed: name the address that it points"
        + " to",
    "401, UNAUTHORISED, it does not take the credentials; it answers 401: no",
    "403, UNAUTHORISED, it does not take the credentials; it answers 403: no"
  })
  void shouldNotRepeatWhatIsRefused(int status, Reason reason, String told) {
    receiver.answer(status, "no", "Location", receiver.url() + "/elsewhere");

    DeliveryException failure = failure(receiver.url());

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure).hasMessage(told);
    assertThat(receiver.requests()).hasSize(1);
  }

  @Test
  void shouldTellThatNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    DeliveryException failure = failure("http://127.0.0.1:" + port);

    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure).hasMessage("nobody listens there (5 tries)");
  }

  @Test
  void shouldQuoteTheBeginningOfAnAnswerInOneHarmlessLine() {
    receiver.answer(400, "first\n\u001b[31m" + "x".repeat(1_000));

    DeliveryException failure = failure(receiver.url());

    assertThat(failure).hasMessageStartingWith("it answers 400: first [31mxxx");
    assertThat(String.valueOf(failure.getMessage())).hasSizeLessThan(450);
  }

  @Test
  void shouldNotWaitForTheTextOfAnAnswer() throws IOException {
    try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Socket> answered =
          CompletableFuture.supplyAsync(
              () -> answer(slow, "HTTP/1.1 400 Bad\r\nContent-Length: 9\r\n\r\nwh"));

      DeliveryException failure = failure("http://127.0.0.1:" + slow.getLocalPort());

      assertThat(failure).hasMessage("it answers 400");
      answered.join().close();
    }
  }

  /** Answers one request and keeps the connection open. */
  private static Socket answer(ServerSocket server, String text) {
    try {
      Socket socket = server.accept();
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DeliveryException failure(String url) {
    DeliveryException failure =
        catchThrowableOfType(DeliveryException.class, () -> sender.send(request(url)));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static HttpRequest request(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .POST(HttpRequest.BodyPublishers.ofString("b"))
        .build();
  }
}
