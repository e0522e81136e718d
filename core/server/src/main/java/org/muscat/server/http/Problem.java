package org.muscat.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.muscat.server.document.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An RFC 9457 problem: thrown by a handler, sent as {@code application/problem+json}. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

  private final int status;
  private final String title;

  private record Document(String type, String title, int status, String detail) {}

  private Problem(int status, String title, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
  }

  static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail);
  }

  static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  static Problem methodNotAllowed(String method, String allowed) {
    return new Problem(405, "Method not allowed", method + " is not answered; use " + allowed);
  }

  static Problem tooLarge(String detail) {
    return new Problem(413, "Content too large", detail);
  }

  /** What was asked is understood and cannot be answered. */
  static Problem unprocessable(String detail) {
    return new Problem(422, "Unprocessable content", detail);
  }

  /** What Muscat did wrong and the caller is to know. */
  static Problem internal(String detail) {
    return new Problem(500, "Internal error", detail);
  }

  static Problem notReady(String detail) {
    return new Problem(503, "Not ready", detail);
  }

  void send(HttpServerResponse response) {
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(
            Json.compact(new Document("about:blank", title, status, String.valueOf(getMessage()))));
  }

  /** Sends whatever made a request fail. What is not the caller's fault is logged and not told. */
  static void ofFailure(RoutingContext context) {
    if (context.failure() instanceof Problem problem) {
      problem.send(context.response());
    } else if (context.statusCode() == 413) {
      tooLarge("the body is larger than 64 KiB").send(context.response());
    } else if (context.failure() == null && context.statusCode() == 404) {
      notFound("there is no " + context.request().path()).send(context.response());
    } else {
      LOG.atError()
          .addKeyValue("path", context.request().path())
          .setCause(context.failure())
          .log("request failed");
      new Problem(500, "Internal error", "see the log of the server").send(context.response());
    }
  }
}
