package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muscat.engine.Model;
import org.muscat.engine.theatre.TheatreFold;
import org.muscat.engine.theatre.TheatreMemory;
import org.muscat.engine.theatre.TheatreModel;
import org.muscat.server.index.Assessment;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.Theatre;
import org.muscat.spi.NoData;
import org.muscat.spi.Scale;
import org.muscat.spi.Uncertainty;
import org.muscat.store.SourceRanking;

/** Readers that do not read. */
class StreamHubTest {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final int THEATRES = 300;

  private final Vertx vertx = Vertx.vertx();
  private final IndexBoard board = new IndexBoard();
  private final StreamHub hub = new StreamHub(board);
  private HttpServer server;

  @BeforeEach
  void start() {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setWriteIdleTimeout(3))
            .requestHandler(
                request -> {
                  request.response().setChunked(true);
                  StreamListener added = hub.add(request.response(), "one", null, false);
                  added.beat();
                })
            .listen(0, "127.0.0.1")
            .onSuccess(listening -> hub.start(vertx))
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldCutOffWhoDoesNotReadAndKeepTheOthers() throws IOException {
    try (Socket deaf = connect();
        StreamClient other = listen()) {
      int published = publishUntilOneIsSentAway(other);

      publish(published);
      Instant last = at(published);
      other.await(heard -> heard.isOf("theatre-299", last));
      // It does not read its last event either.
      await().atMost(Duration.ofSeconds(20)).until(() -> isCut(deaf));
    }
  }

  @Test
  void shouldTellWhoReadsTooSlowlyWhyItIsSentAway() throws IOException {
    try (Socket slow = connect();
        StreamClient other = listen()) {
      int unused = publishUntilOneIsSentAway(other);

      slow.setSoTimeout(20_000);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8));
      String line = lines.readLine();
      while (line != null && !line.equals("event: lagging")) {
        line = lines.readLine();
      }
      assertThat(line).isNotNull();
      assertThat(lines.readLine()).contains("connect again");
    }
  }

  private StreamClient listen() {
    StreamClient other = StreamClient.of("http://127.0.0.1:" + server.actualPort());
    await().until(() -> hub.size() == 2);
    return other;
  }

  private int publishUntilOneIsSentAway(StreamClient other) {
    int published = 0;
    while (hub.size() == 2 && published < 2_000) {
      publish(published);
      Instant at = at(published);
      other.await(heard -> heard.isOf("theatre-000", at));
      published++;
    }
    assertThat(hub.size()).as("after %d snapshots", published).isEqualTo(1);
    return published;
  }

  private static boolean isCut(Socket socket) {
    try {
      socket.getOutputStream().write('\r');
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void shouldForgetWhoGoes() throws IOException {
    connect().close();
    Socket second = connect();
    await().until(() -> hub.size() == 1);
    second.close();

    await().atMost(Duration.ofSeconds(10)).until(() -> hub.size() == 0);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void publish(int hour) {
    board.publish(
        new Snapshot(
            at(hour),
            IntStream.range(0, THEATRES).mapToObj(number -> assessment(number, hour)).toList()));
  }

  private static Assessment assessment(int number, int hour) {
    Theatre theatre = theatre("theatre-%03d".formatted(number));
    return new Assessment(
        theatre,
        new TheatreFold(theatre.definition())
            .at(TheatreMemory.NONE, at(hour), Map.of("one", new NoData("never seen"))),
        List.of(),
        List.of(),
        new Assessment.Basis(0, Optional.empty()));
  }

  private static Theatre theatre(String id) {
    Uncertainty uncertainty = new Uncertainty(1, 1, Duration.ofDays(1), Duration.ofDays(2));
    Model.Member member = new Model.Member("one", 1, Scale.normal(), uncertainty);
    Model model =
        new Model(
            "test",
            1,
            "",
            List.of(new Model.Pillar("first", 1, List.of(member))),
            Model.Rules.DEFAULT);
    return new Theatre(
        id, id, TheatreModel.of(id, model), SourceRanking.byName(), List.of(), List.of());
  }

  private static Instant at(int hour) {
    return FIRST.plusSeconds(hour * 3_600L);
  }
}
