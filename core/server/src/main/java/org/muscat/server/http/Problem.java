package org.muscat.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muscat.server.access.Ending;
import org.muscat.server.document.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An RFC 9457 problem: thrown by a handler, sent as {@code application/problem+json}. */
final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

  /** A tick, or a plugin that is called again, takes no longer. */
  private static final long NOT_READY_SECONDS = 5;

  private final int status;
  private final String title;

  /** 0 if nobody knows. */
  private final long retryAfterSeconds;

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

  private Problem(int status, String title, String detail, long retryAfterSeconds) {
    this(status, title, detail, retryAfterSeconds, List.of(), List.of());
  }

  private Problem(
      int status,
      String title,
      String detail,
      List<FieldError> errors,
      List<org.muscat.host.config.Problem> problems) {
    this(status, title, detail, 0, errors, problems);
  }

  private Problem(
      int status,
      String title,
      String detail,
      long retryAfterSeconds,
      List<FieldError> errors,
      List<org.muscat.host.config.Problem> problems) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.retryAfterSeconds = retryAfterSeconds;
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

  /** What HTTP knows and Muscat does not. */
  static Problem notImplemented(String detail) {
    return new Problem(501, "Not implemented", detail);
  }

  static Problem notReady(String detail) {
    return new Problem(503, "Not ready", detail, NOT_READY_SECONDS);
  }

  /** What was asked cannot be answered in the time that there is. */
  static Problem unavailable(String detail) {
    return new Problem(503, "Service unavailable", detail);
  }

  /** There was too much to do; it may be asked again in some seconds. */
  static Problem busy(String detail, long retryAfterSeconds) {
    return new Problem(503, "Service unavailable", detail, retryAfterSeconds);
  }

  /** One client asked for too much; it may ask again in some seconds. */
  static Problem tooMany(String detail, long retryAfterSeconds) {
    return new Problem(429, "Too many requests", detail, retryAfterSeconds);
  }

  void send(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (retryAfterSeconds > 0) {
      response.putHeader("Retry-After", String.valueOf(retryAfterSeconds));
    }
    response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
    Ending.with(request, Buffer.buffer(Json.compact(document())));
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
    HttpServerResponse response = context.response();
    if (context.failure() instanceof HttpClosedException || response.ended() || response.closed()) {
      // Whoever asked is gone, perhaps because a body took too long: there is nobody to tell.
      LOG.atDebug().addKeyValue("event", "request-abandoned").log("request abandoned");
    } else {
      ofCaller(context)
          .orElseGet(
              () -> {
                LOG.atError()
                    .addKeyValue("event", "request-failed")
                    .addKeyValue("path", context.request().path())
                    .setCause(context.failure())
                    .log("request failed");
                return internal("see the log of the server");
              })
          .send(context.request());
      if (context.get(Routes.READING) != null) {
        // Nothing that comes after a body without an end can be understood; what was said is sent.
        context.request().connection().close();
      }
    }
  }

  /** What the caller did wrong, or is to know; empty if it was Muscat. */
  private static Optional<Problem> ofCaller(RoutingContext context) {
    if (context.failure() instanceof Problem problem) {
      return Optional.of(problem);
    }
    if (context.statusCode() == 413) {
      return Optional.of(tooLarge("the body is larger than 64 KiB"));
    }
    if (context.failure() != null) {
      return context.get(Routes.READING) == null
          ? Optional.empty()
          : Optional.of(badRequest("the body is not HTTP: " + context.failure().getMessage()));
    }
    return switch (context.statusCode()) {
      case 400 -> Optional.of(badRequest("this is not HTTP"));
      case 404 -> Optional.of(notFound("there is no " + context.request().path()));
      default -> Optional.empty();
    };
  }
}
