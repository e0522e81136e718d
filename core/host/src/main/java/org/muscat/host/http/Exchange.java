package org.muscat.host.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException.Reason;

/**
 * One request and its answer on the wire. Events come on the event loop; {@link #await} waits for
 * them on the thread of a feed and may cut the exchange off.
 */
final class Exchange {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final long mostBytes;
  private final UsageCounter counter;
  private final Clock clock;
  private final CompletableFuture<RawAnswer> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpClientRequest request;
  private boolean cutOff;

  Exchange(long mostBytes, UsageCounter counter, Clock clock) {
    this.mostBytes = mostBytes;
    this.counter = counter;
    this.clock = clock;
  }

  void failed(Throwable thrown) {
    whole.completeExceptionally(thrown);
  }

  void connected(HttpClientRequest connected) {
    synchronized (this) {
      request = connected;
    }
    if (whole.isDone()) { // nobody waits any more
      cutOff();
      return;
    }
    counter.sent();
    connected.exceptionHandler(this::failed);
    connected.send().onComplete(this::answered, this::failed);
  }

  private void answered(HttpClientResponse response) {
    long announced = announced(response);
    if (announced > mostBytes) {
      refuse(announced + " bytes are announced");
      return;
    }
    response.exceptionHandler(this::failed);
    response.handler(this::received);
    response.endHandler(end -> ended(response, announced));
  }

  private void received(Buffer buffer) {
    if (whole.isDone()) {
      return;
    }
    counter.received(buffer.length());
    if (body.size() + (long) buffer.length() > mostBytes) {
      refuse("it goes on after " + body.size() + " bytes");
      return;
    }
    body.writeBytes(buffer.getBytes());
  }

  private void ended(HttpClientResponse response, long announced) {
    if (announced >= 0 && announced != body.size()) {
      failed(
          new TransportException(
              Reason.UNREACHABLE,
              "it hung up after " + body.size() + " of " + announced + " bytes",
              true));
      return;
    }
    whole.complete(
        new RawAnswer(
            response.statusCode(),
            headers(response.headers()),
            body.toByteArray(),
            clock.instant(),
            false));
  }

  private void refuse(String why) {
    failed(
        new TransportException(
            Reason.TOO_LARGE,
            "its answer has more than " + mostBytes + " bytes: " + why + "; it was cut off",
            false));
    cutOff();
  }

  /**
   * Waits for the whole answer; if it does not come, the exchange is cut off.
   *
   * @throws TransportException if it does not come
   */
  RawAnswer await(Deadline deadline) throws TransportException, InterruptedException {
    try {
      return whole.get(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw TransportFailures.of(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new TransportException(
          Reason.TIMED_OUT, "its answer did not come whole in time", false);
    } finally {
      if (!whole.isDone() || whole.isCompletedExceptionally()) {
        failed(new IllegalStateException("given up"));
        cutOff();
      }
    }
  }

  private void cutOff() {
    HttpClientRequest open;
    synchronized (this) {
      open = cutOff ? null : request;
      cutOff = open != null || cutOff;
    }
    if (open != null) {
      open.reset();
    }
  }

  private static long announced(HttpClientResponse response) {
    String length = response.getHeader("Content-Length");
    if (length == null
        || response.statusCode() == NO_CONTENT
        || response.statusCode() == NOT_MODIFIED) {
      return -1;
    }
    try {
      return Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static Map<String, List<String>> headers(MultiMap headers) {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.names().forEach(name -> byName.put(name, List.copyOf(headers.getAll(name))));
    return byName;
  }
}
