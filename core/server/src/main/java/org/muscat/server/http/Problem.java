package org.muscat.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Collectors;
import org.muscat.server.document.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An RFC 9457 problem: thrown by a handler, sent as {@code application/problem+json}. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

  private final int status;
  private final String title;

  private final transient List<org.muscat.host.config.Problem> problems;
  private final transient List<FieldError> errors;

  /** What is not there is left out. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Document(
      String type,
      String title,
      int status,
      String detail,
      List<FieldError> errors,
      List<org.muscat.host.config.Problem> problems) {}

  private Problem(int status, String title, String detail) {
    this(status, title, detail, List.of(), List.of());
  }

  private Problem(
      int status,
      String title,
      String detail,
      List<FieldError> errors,
      List<org.muscat.host.config.Problem> problems) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.errors = List.copyOf(errors);
    this.problems = List.copyOf(problems);
  }

  /** A configuration that cannot be used, with everything that is wrong with it. */
  static Problem unusable(List<org.muscat.host.config.Problem> problems) {
    return new Problem(
        422,
        "Unusable configuration",
        "the configuration was not taken, nothing has changed; see 'problems'",
        List.of(),
        problems);
  }

  static Problem forbidden(String detail) {
    return new Problem(403, "Forbidden", detail);
  }

  /** Parameters that are wrong, each named. */
  static Problem badRequest(List<FieldError> errors) {
    return new Problem(400, "Bad request", sentences(errors), errors, List.of());
  }

  /** One that is wrong. */
  static Problem badRequest(FieldError error) {
    return badRequest(List.of(error));
  }

  static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail);
  }

  /** What a parameter names is not there. */
  static Problem notFound(FieldError error, String detail) {
    return new Problem(404, "Not found", detail, List.of(error), List.of());
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

  static Problem unsupportedType(String detail) {
    return new Problem(415, "Unsupported media type", detail);
  }

  /** A part of a body that is wrong. */
  static Problem unprocessable(FieldError error) {
    return unprocessable(List.of(error));
  }

  /** Parts of a body that are wrong, each named. */
  static Problem unprocessable(List<FieldError> errors) {
    return new Problem(422, "Unprocessable content", sentences(errors), errors, List.of());
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

  /** What was asked cannot be answered in the time that there is. */
  static Problem unavailable(String detail) {
    return new Problem(503, "Service unavailable", detail);
  }

  void send(HttpServerResponse response) {
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(Json.compact(document()));
  }

  private Document document() {
    return new Document(
        "about:blank", title, status, String.valueOf(getMessage()), errors, problems);
  }

  private static String sentences(List<FieldError> errors) {
    return errors.stream().map(FieldError::sentence).collect(Collectors.joining("; "));
  }

  /** Sends whatever made a request fail. What is not the caller's fault is logged and not told. */
  static void ofFailure(RoutingContext context) {
    if (context.failure() instanceof Problem problem) {
      problem.send(context.response());
    } else if (context.statusCode() == 413) {
      tooLarge("the body is larger than 64 KiB").send(context.response());
    } else if (context.failure() == null && context.statusCode() == 404) {
      notFound("there is no " + context.request().path()).send(context.response());
    } else if (context.failure() instanceof HttpClosedException) {
      // Whoever asked is gone, perhaps because a body took too long: there is nobody to tell.
      LOG.atDebug().addKeyValue("event", "request-abandoned").log("request abandoned");
    } else {
      LOG.atError()
          .addKeyValue("event", "request-failed")
          .addKeyValue("path", context.request().path())
          .setCause(context.failure())
          .log("request failed");
      new Problem(500, "Internal error", "see the log of the server").send(context.response());
    }
  }
}
