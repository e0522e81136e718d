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
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Watches over connections: there are only so many, one that sends no whole request in time is
 * closed, and so is one whose body does not arrive. Thread-safe.
 */
final class Connections {

  /** To the end of the headers of the first request. */
  static final Duration FIRST_REQUEST = Duration.ofSeconds(10);

  /** To the end of a body, which is small. */
  static final Duration BODY = Duration.ofSeconds(20);

  /** From an answer to the end of the headers of the next request. */
  static final Duration NEXT_REQUEST = Duration.ofSeconds(75);

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
    connection.closeHandler(closed -> closed(connection));
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
          arrived(request);
          answered(connection);
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
