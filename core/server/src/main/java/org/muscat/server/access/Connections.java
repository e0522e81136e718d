package org.muscat.server.access;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over connections: there are only so many, one that sends no whole request in time is
 * closed, and so is one whose body does not arrive. Thread-safe.
 */
final class Connections {

  /** To the end of the headers of the first request. */
  static final Duration FIRST_REQUEST = Duration.ofSeconds(10);

  /** To the end of a body, which is small. */
  static final Duration BODY = Duration.ofSeconds(20);

  /** From an answer to the end of a body that nobody reads. */
  static final Duration UNREAD_BODY = Duration.ofSeconds(2);

  /** More of such a body closes the connection at once: the largest that is read anywhere. */
  static final int MOST_UNREAD = 64 * 1024;

  /** From an answer to the end of the headers of the next request. */
  static final Duration NEXT_REQUEST = Duration.ofSeconds(75);

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  private final int most;
  private final LongSupplier nanoTime;
  private final Map<HttpConnection, Integer> busy = new HashMap<>();

  /** When the next request must have arrived; those that wait longest first, but for new ones. */
  private final Map<HttpConnection, Long> idle = new LinkedHashMap<>();

  private final Map<HttpServerRequest, Long> arriving = new HashMap<>();

  /**
   * No connections yet.
   *
   * @param most at a time
   * @param nanoTime a monotonic clock
   */
  Connections(int most, LongSupplier nanoTime) {
    this.most = most;
    this.nanoTime = nanoTime;
  }

  /** Somebody has connected. */
  void opened(HttpConnection connection) {
    connection.closeHandler(closed -> closed(connection)).exceptionHandler(Connections::broken);
    List<HttpConnection> surplus;
    synchronized (this) {
      idle.put(connection, nanoTime.getAsLong() + FIRST_REQUEST.toNanos());
      surplus =
          idle.size() + busy.size() > most ? List.of(idle.keySet().iterator().next()) : List.of();
      surplus.forEach(idle::remove);
    }
    surplus.forEach(HttpConnection::close);
  }

  /** The headers of a request have arrived. */
  void began(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpConnection connection = request.connection();
    synchronized (this) {
      idle.remove(connection);
      busy.merge(connection, 1, Integer::sum);
      if (hasBody(request) && !request.isEnded()) {
        arriving.put(request, nanoTime.getAsLong() + BODY.toNanos());
      }
    }
    if (hasBody(request) && !request.isEnded()) {
      request.end().onComplete(done -> arrived(request));
    }
    context.addEndHandler(
        done -> {
          letGoOfBody(request);
          answered(connection);
        });
  }

  /** What is left of a body when the answer has ended is awaited for a moment, and dropped. */
  private void letGoOfBody(HttpServerRequest request) {
    synchronized (this) {
      long end = nanoTime.getAsLong() + UNREAD_BODY.toNanos();
      if (arriving.computeIfPresent(request, (body, before) -> Math.min(before, end)) == null) {
        return;
      }
    }
    if (request.isEnded()) {
      arrived(request);
      return;
    }
    AtomicInteger dropped = new AtomicInteger();
    request.handler(
        some -> {
          if (dropped.addAndGet(some.length()) > MOST_UNREAD) {
            arrived(request);
            request.connection().close();
          }
        });
  }

  /** Closes those that take too long. */
  void sweep() {
    long now = nanoTime.getAsLong();
    List<HttpConnection> late;
    synchronized (this) {
      late =
          Stream.concat(
                  overdue(idle, now).stream(),
                  overdue(arriving, now).stream().map(HttpServerRequest::connection))
              .distinct()
              .toList();
    }
    late.forEach(HttpConnection::close);
  }

  /** How many there are. */
  synchronized int size() {
    return idle.size() + busy.size();
  }

  private synchronized void arrived(HttpServerRequest request) {
    arriving.remove(request);
  }

  private synchronized void answered(HttpConnection connection) {
    Integer requests = busy.get(connection);
    if (requests == null) {
      return;
    }
    if (requests > 1) {
      busy.put(connection, requests - 1);
    } else {
      busy.remove(connection);
      idle.put(connection, nanoTime.getAsLong() + NEXT_REQUEST.toNanos());
    }
  }

  private synchronized void closed(HttpConnection connection) {
    idle.remove(connection);
    busy.remove(connection);
  }

  /** Whoever sends what is not HTTP, or goes in the middle, is no fault of this server. */
  private static void broken(Throwable why) {
    LOG.atDebug()
        .addKeyValue("event", "connection-broken")
        .addKeyValue("reason", why.toString())
        .log("connection broken");
  }

  private static boolean hasBody(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2
        || request.headers().contains(HttpHeaders.CONTENT_LENGTH)
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private static <T> List<T> overdue(Map<T, Long> deadlines, long now) {
    List<T> overdue = new ArrayList<>();
    Iterator<Map.Entry<T, Long>> entries = deadlines.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<T, Long> entry = entries.next();
      if (now - entry.getValue() >= 0) {
        overdue.add(entry.getKey());
        entries.remove();
      }
    }
    return overdue;
  }
}
