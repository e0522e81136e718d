package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Asking;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.RawConnection;
import org.muscat.server.runtime.Server;

/** A client that does not ask on the loopback, if this machine has another address. */
@Timeout(120)
class FromElsewhereTest {

  private static final String STREAM = "/api/v1/stream";

  @TempDir Path folder;

  @Test
  void shouldCountARequestThatOnlyLooksLikeAProbe() throws IOException {
    String host = here();
    try (Server server = start("listen: {requests-per-second: 1, burst: 5}\n")) {
      List<String> answers = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        answers.add(
            raw(url(server, host), "GET /-/../api/v1/models")
                .substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
      }

      assertThat(answers).contains("200").filteredOn("429"::equals).hasSizeGreaterThan(15);
      assertThat(raw(url(server, host), "GET /-/healthy")).startsWith("HTTP/1.1 200 ");
      assertThat(raw(url(server, host), "GET /metrics")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void shouldLeaveRoomInTheStreamForOthers() throws IOException {
    String host = here();
    List<RawConnection> listeners = new ArrayList<>();
    try (Server server = start("listen: {requests-per-second: 0}\n")) {
      String url = url(server, host);
      Asking asking = Asking.of(url);
      for (int i = 0; i < StreamHub.MOST_OF_ONE; i++) {
        RawConnection one = RawConnection.to(url);
        one.write("GET " + STREAM + " HTTP/1.1\r\nHost: muscat\r\n\r\n");
        listeners.add(one);
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> asking.send("HEAD", STREAM, "").statusCode() == 429);

      HttpResponse<String> refused = asking.get(STREAM);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("retry-after")).contains("30");
      assertThat(refused.body()).contains("200 of " + host + " listen already");
      assertThat(Asking.of(url(server, "127.0.0.1")).send("HEAD", STREAM, "").statusCode())
          .isEqualTo(200);
      listeners.remove(0).close();
      await().until(() -> asking.send("HEAD", STREAM, "").statusCode() == 200);
    } finally {
      for (RawConnection one : listeners) {
        one.close();
      }
    }
  }

  private Server start(String options) throws IOException {
    return Server.start(
        Home.in(folder).options(options).open(),
        new ListenAddress("0.0.0.0", 0),
        Clock.systemUTC());
  }

  private static String raw(String url, String line) throws IOException {
    try (RawConnection connection = RawConnection.to(url)) {
      return connection.exchange(
          line + " HTTP/1.1\r\nHost: muscat\r\nConnection: close\r\n\r\n", new byte[0]);
    }
  }

  private static String url(Server server, String host) {
    return "http://" + host + ":" + URI.create(server.url()).getPort();
  }

  private static String here() throws SocketException {
    Optional<String> address =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(one -> !one.isLoopbackAddress() && one.getAddress().length == 4)
            .map(InetAddress::getHostAddress)
            .findFirst();
    assumeThat(address).isPresent();
    return address.orElseThrow();
  }
}
