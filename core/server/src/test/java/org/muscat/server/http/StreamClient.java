package org.muscat.server.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Listens to the stream as a browser does. */
final class StreamClient implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** An event as it came. */
  record Heard(String event, String id, String data) {

    boolean isOf(String theatre, Instant asOf) {
      return id.equals(asOf.toEpochMilli() + "-" + theatre);
    }
  }

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final HttpResponse<Stream<String>> response;
  private String event = "";
  private String id = "";
  private String data = "";

  private StreamClient(HttpResponse<Stream<String>> response) {
    this.response = response;
    Thread reader = new Thread(this::read, "stream-client");
    reader.setDaemon(true);
    reader.start();
  }

  /** Connects; the server has the listener when this returns. */
  static StreamClient of(String uri, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri));
    if (headers.length > 0) {
      request.headers(headers);
    }
    CompletableFuture<HttpResponse<Stream<String>>> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .sendAsync(request.build(), BodyHandlers.ofLines());
    return new StreamClient(answer.join());
  }

  /** Everything that was heard so far. */
  List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** The first event that is such a one. */
  Heard await(Predicate<Heard> wanted) {
    Awaitility.await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(wanted));
    return heard.stream().filter(wanted).findFirst().orElseThrow();
  }

  /** Waits until the server ends the stream. */
  void awaitEnd() {
    Awaitility.await().atMost(PATIENCE).untilTrue(ended);
  }

  private void read() {
    try (Stream<String> lines = response.body()) {
      lines.forEach(this::line);
    } catch (RuntimeException e) {
      // The connection was closed, by whomever.
    }
    ended.set(true);
  }

  private void line(String line) {
    if (line.isEmpty()) {
      if (!data.isEmpty()) {
        heard.add(new Heard(event, id, data));
      }
      event = "";
      id = "";
      data = "";
    } else if (line.startsWith("event: ")) {
      event = line.substring(7);
    } else if (line.startsWith("id: ")) {
      id = line.substring(4);
    } else if (line.startsWith("data: ")) {
      data += line.substring(6);
    }
  }

  @Override
  public void close() {
    response.body().close();
  }
}
