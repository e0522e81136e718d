package org.muscat.server.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import org.muscat.server.document.Json;

/** Why somebody is not let in: an RFC 9457 problem with its status and headers. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final int UNAUTHENTICATED = 401;

  private final int status;
  private final String title;
  private final transient Map<String, String> headers;

  private record Document(String type, String title, int status, String detail) {}

  private Refusal(int status, String title, String detail, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.headers = Map.copyOf(headers);
  }

  /** What was sent cannot be understood. */
  static Refusal badRequest(String detail) {
    return new Refusal(400, "Bad request", detail, Map.of());
  }

  /** Nobody knows who asks; the door says how to prove it. */
  static Refusal unauthenticated(String detail) {
    return new Refusal(UNAUTHENTICATED, "Unauthorized", detail, Map.of());
  }

  /** Who asks is known, or a page that may not ask, and may not do this. */
  static Refusal forbidden(String detail) {
    return new Refusal(403, "Forbidden", detail, Map.of());
  }

  /** A request line longer than is read. */
  static Refusal lineTooLong(String detail) {
    return new Refusal(414, "URI too long", detail, Map.of());
  }

  /** A body in a form that is not read. */
  static Refusal unreadableBody(String detail) {
    return new Refusal(415, "Unsupported media type", detail, Map.of());
  }

  /** Something is expected of the server that it does not do. */
  static Refusal unexpected(String detail) {
    return new Refusal(417, "Expectation failed", detail, Map.of());
  }

  /** The request was meant for somebody else. */
  static Refusal misdirected(String detail) {
    return new Refusal(421, "Misdirected request", detail, Map.of());
  }

  /** Asked too often. */
  static Refusal tooMany(String detail, long retryAfterSeconds) {
    return new Refusal(
        429, "Too many requests", detail, Map.of("Retry-After", String.valueOf(retryAfterSeconds)));
  }

  /** Headers larger than are read. */
  static Refusal headersTooLarge(String detail) {
    return new Refusal(431, "Request header fields too large", detail, Map.of());
  }

  /** Too much is asked by all together. */
  static Refusal busy(String detail) {
    return new Refusal(503, "Service unavailable", detail, Map.of("Retry-After", "1"));
  }

  int status() {
    return status;
  }

  void send(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    headers.forEach(response::putHeader);
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
    Document document = new Document("about:blank", title, status, String.valueOf(getMessage()));
    Ending.with(request, Buffer.buffer(Json.compact(document)));
  }
}
