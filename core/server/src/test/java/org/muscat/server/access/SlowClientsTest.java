package org.muscat.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** Those who send too slowly, or nothing. */
@Timeout(180)
class SlowClientsTest {

  private static final String WHAT_IF = "/api/v1/theatres/north/what-if";
  private static final String MODELS = "GET /api/v1/models HTTP/1.1\r\nHost: localhost\r\n";
  private static final int MANY = 300;

  @TempDir static Path folder;

  @RegisterExtension final LogWatch logs = new LogWatch();

  private static Running server;
  private static Asking asking;

  @BeforeAll
  static void start() throws IOException {
    server =
        Running.start(
            Home.in(folder).options("listen: {connections: 400}\n").open(), Clock.systemUTC());
    asking = Asking.of(server.url());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldAnswerOthersWhileManySendHalfARequestAndCutThoseInTime() throws IOException {
    List<RawConnection> slow = new ArrayList<>();
    Instant begin = Instant.now();
    for (int i = 0; i < MANY; i++) {
      RawConnection one = connect();
      one.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-");
      slow.add(one);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(asking.get("/-/healthy").statusCode()).isEqualTo(200);
    }

    await()
        .atMost(Connections.FIRST_REQUEST.plusSeconds(10))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              for (RawConnection one : slow) {
                one.drip();
              }
              return slow.stream().allMatch(RawConnection::isClosed);
            });

    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
    for (RawConnection one : slow) {
      one.close();
    }
  }

  @Test
  void shouldCutABodyThatDoesNotArrive() throws IOException {
    try (RawConnection one = connect()) {
      one.write(
          "POST "
              + WHAT_IF
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 1000\r\n\r\n{");

      await()
          .atMost(Connections.BODY.plusSeconds(10))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                one.drip();
                return one.isClosed();
              });
    }
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldNotTakeABodyWithoutEndThatNobodyReads() throws IOException {
    String piece = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
    try (RawConnection one = connect()) {
      one.write(MODELS + "Transfer-Encoding: chunked\r\n\r\n");
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  one.write(piece);
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(logs.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: evil example\r\n",
        "GET / HTTP/1.1\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n"
      })
  void shouldEndAConnectionWithARequestThatIsNone(String head) throws IOException {
    String piece = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
    try (RawConnection one = connect()) {
      Instant begin = Instant.now();
      one.write("GET /-/healthy HTTP/1.1\r\nHost: localhost\r\n\r\n");
      one.write(head + "Transfer-Encoding: chunked\r\n\r\n");
      await().pollDelay(Duration.ofMillis(300)).until(() -> true);
      assertThatThrownBy(
              () -> {
                while (Duration.between(begin, Instant.now()).toSeconds() < 9) {
                  one.write(piece);
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldCutABodyThatNobodyReadsAndThatDoesNotEnd() throws IOException {
    try (RawConnection one = connect()) {
      Instant begin = Instant.now();

      assertThat(one.exchange(MODELS + "Content-Length: 100000\r\n\r\nx", new byte[0]))
          .startsWith("HTTP/1.1 200 ");

      assertThat(Duration.between(begin, Instant.now()))
          .isLessThan(Connections.UNREAD_BODY.plusSeconds(10));
    }
  }

  @Test
  void shouldGoOnWithAConnectionWhoseUnreadBodyEndsSoon() throws IOException {
    try (RawConnection one = connect()) {
      String head = "GET /-/healthy HTTP/1.1\r\nHost: localhost\r\n";
      one.write(head + "Content-Length: 5\r\n\r\nab");
      await().pollDelay(Duration.ofMillis(300)).until(() -> true);
      String answers = one.exchange("cde" + head + "Connection: close\r\n\r\n", new byte[0]);

      assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(3);
    }
  }

  @Test
  void shouldCloseThoseWhoAreIdleLongestWhenThereAreTooMany() throws IOException {
    List<RawConnection> idle = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      idle.add(connect());
    }

    assertThat(Asking.of(server.url()).get("/-/healthy").statusCode()).isEqualTo(200);
    assertThat(idle.stream().filter(RawConnection::isClosed).count()).isGreaterThanOrEqualTo(150);
    for (RawConnection one : idle) {
      one.close();
    }
  }

  private static RawConnection connect() throws IOException {
    return RawConnection.to(server.url());
  }
}
