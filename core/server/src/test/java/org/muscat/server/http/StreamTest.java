package org.muscat.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.muscat.server.fixture.Home;
import org.muscat.server.fixture.LogWatch;
import org.muscat.server.fixture.Running;
import org.muscat.server.fixture.SetClock;
import org.muscat.server.http.StreamClient.Heard;
import org.muscat.server.runtime.Session;

class StreamTest {

  private static final Instant NOW = Instant.parse("2025-01-10T12:00:00Z");
  private static final String STREAM = "/api/v1/stream";

  @RegisterExtension final LogWatch logs = new LogWatch();

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private Home home;
  private Running server;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    home = Home.in(folder).options("heartbeat: PT0.1S\n");
    try (Session session = home.open()) {
      for (String series : Home.SERIES) {
        Home.points(
            session.store(),
            series,
            NOW.minusSeconds(10 * 86_400),
            10,
            20,
            30,
            20,
            10,
            20,
            30,
            20,
            10,
            20,
            30);
      }
    }
    server = run();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Running run() throws IOException {
    return Running.start(home.open(), new SetClock(now::get)).ready();
  }

  private Instant tick() {
    return now.updateAndGet(moment -> moment.plusSeconds(60));
  }

  @Test
  void shouldTellEachIndexWhenItIsPublished() throws IOException {
    try (StreamClient client = StreamClient.of(server.url() + STREAM)) {
      Instant then = tick();

      Heard north = client.await(heard -> heard.isOf("north", then));
      Heard south = client.await(heard -> heard.isOf("south", then));
      JsonNode data = new ObjectMapper().readTree(north.data());
      JsonNode index =
          new ObjectMapper().readTree(server.get("/api/v1/theatres/north/index").body());
      assertThat(north.event()).isEqualTo("index");
      assertThat(north.id()).isEqualTo(then.toEpochMilli() + "-north");
      assertThat(data.get("id").asText()).isEqualTo(north.id());
      assertThat(data.get("stability")).isEqualTo(index.at("/stability/value"));
      assertThat(data.get("lower")).isEqualTo(index.at("/stability/lower"));
      assertThat(data.get("status")).isEqualTo(index.get("status"));
      assertThat(data.get("coverage")).isEqualTo(index.get("coverage"));
      assertThat(south.id()).endsWith("-south");
    }
  }

  @Test
  void shouldTellNothingOldUnlessAskedFor() {
    Instant before = now.get();
    tick();
    await()
        .until(
            () -> server.get("/api/v1/theatres/north/index").body().contains(now.get().toString()));

    try (StreamClient client = StreamClient.of(server.url() + STREAM)) {
      Instant then = tick();
      client.await(heard -> heard.isOf("south", then));

      assertThat(client.heard()).noneMatch(heard -> heard.id().startsWith(millis(before)));
    }
  }

  @Test
  void shouldTellNothingTwice() {
    try (StreamClient client = StreamClient.of(server.url() + STREAM)) {
      Instant first = tick();
      client.await(heard -> heard.isOf("south", first));
      // Ten ticks of the same second.
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
      Instant second = tick();
      client.await(heard -> heard.isOf("south", second));

      assertThat(client.heard().stream().map(Heard::id)).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldTellOfOneTheatreAlone() {
    try (StreamClient client = StreamClient.of(server.url() + STREAM + "?theatre=south")) {
      Instant first = tick();
      client.await(heard -> heard.isOf("south", first));
      Instant second = tick();
      client.await(heard -> heard.isOf("south", second));

      assertThat(client.heard()).allMatch(heard -> heard.id().endsWith("-south"));
    }
  }

  @Test
  void shouldSendWhatWasMissedFirstAlsoOverARestart() throws IOException {
    Heard last;
    try (StreamClient client = StreamClient.of(server.url() + STREAM)) {
      Instant then = tick();
      last = client.await(heard -> heard.isOf("north", then));
    }
    Instant missed = tick();
    await()
        .until(() -> server.get("/api/v1/theatres/north/index").body().contains(missed.toString()));
    server.close();
    server = run();
    Instant next = tick();

    try (StreamClient client = StreamClient.of(server.url() + STREAM, "Last-Event-ID", last.id())) {
      client.await(heard -> heard.isOf("south", next));

      List<String> ids = client.heard().stream().map(Heard::id).distinct().toList();
      assertThat(ids)
          .startsWith(
              last.id().replace("-north", "-south"),
              millis(missed) + "-north",
              millis(missed) + "-south",
              millis(next) + "-north");
    }
    assertThat(logs.errors()).isEmpty();
  }

  @Test
  void shouldTakeTheLastEventFromTheQueryAsWell() {
    Instant then = tick();
    await()
        .until(() -> server.get("/api/v1/theatres/north/index").body().contains(then.toString()));
    String last = millis(NOW) + "-south";

    try (StreamClient client =
        StreamClient.of(server.url() + STREAM + "?theatre=north&lastEventId=" + last)) {
      assertThat(client.await(heard -> heard.event().equals("index")).id())
          .isEqualTo(millis(then) + "-north");
    }
  }

  @Test
  void shouldSayGoodbyeWhenItStops() {
    try (StreamClient client = StreamClient.of(server.url() + STREAM)) {
      long begin = System.nanoTime();
      server.close();

      Heard goodbye = client.await(heard -> heard.event().equals("goodbye"));
      assertThat(goodbye.data()).contains("stopping");
      client.awaitEnd();
      assertThat(System.nanoTime() - begin).isLessThan(4_000_000_000L);
    }
    assertThat(logs.warnings()).isEmpty();
  }

  @Test
  void shouldAnswerHeadAndNotBeCompressed() {
    HttpResponse<String> head = server.send("HEAD", STREAM, "Accept-Encoding", "gzip");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("content-type")).contains("text/event-stream");
    assertThat(head.headers().firstValue("content-encoding")).isEmpty();
    assertThat(head.headers().firstValue("cache-control")).contains("no-store");
  }

  private static String millis(Instant moment) {
    return String.valueOf(moment.toEpochMilli());
  }

  @Test
  void shouldListenToNoMoreThanItCanAndTellAllOfThem() throws IOException {
    server.close();
    home.options("heartbeat: PT3S\n");
    server = run();
    List<Socket> listeners = new ArrayList<>();
    try {
      for (int i = 0; i < StreamHub.MOST_LISTENERS; i++) {
        listeners.add(listen());
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> server.send("HEAD", STREAM).statusCode() == 503);
      HttpResponse<String> refused = server.get(STREAM);
      assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
      assertThat(refused.body()).contains("2000 listen already");
      assertThat(refused.headers().firstValue("retry-after")).contains("30");

      Instant then = tick();
      for (Socket listener : listeners) {
        awaitText(listener, millis(then) + "-south");
      }
      listeners.remove(0).close();
      await().until(() -> server.send("HEAD", STREAM).statusCode() == 200);
    } finally {
      for (Socket listener : listeners) {
        listener.close();
      }
    }
  }

  private Socket listen() throws IOException {
    URI uri = URI.create(server.url());
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(20_000);
    socket
        .getOutputStream()
        .write(
            ("GET " + STREAM + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void awaitText(Socket socket, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    byte[] some = new byte[4_096];
    while (read.indexOf(text) < 0) {
      int length = socket.getInputStream().read(some);
      assertThat(length).isPositive();
      read.append(new String(some, 0, length, StandardCharsets.UTF_8));
    }
  }
}
