package org.muscat.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muscat.server.access.Role;

/**
 * Lets pages of other origins read the API in a browser, if the operator named them; what changes
 * something is for no page of another origin. Immutable.
 */
final class CrossOrigin {

  private static final String SECONDS = "600";
  private static final String REQUEST_HEADERS =
      "authorization, content-type, if-none-match, last-event-id";
  private static final String RESPONSE_HEADERS = "ETag, Link, Content-Disposition, Retry-After";

  private final List<String> origins;

  /**
   * A policy.
   *
   * @param origins as browsers write them
   */
  CrossOrigin(List<String> origins) {
    this.origins = List.copyOf(origins);
  }

  /** Tells the browser whether the page that asks may see the answer, refusals included. */
  void tell(RoutingContext context) {
    if (!origins.isEmpty()) {
      context.response().headers().add(HttpHeaders.VARY, "Origin");
      @Nullable String origin = origin(context);
      if (origin != null) {
        context
            .response()
            .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
            .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
      }
    }
    context.next();
  }

  /**
   * Answers a browser that asks before it sends, if the page may.
   *
   * @param endpoints of the path
   * @return whether it was answered
   */
  boolean answersPreflight(RoutingContext context, List<Endpoint> endpoints) {
    String method = context.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    boolean reads =
        endpoints.stream()
            .anyMatch(
                endpoint ->
                    endpoint.role() == Role.VIEWER && endpoint.method().name().equals(method));
    if (!context.request().method().equals(HttpMethod.OPTIONS)
        || origin(context) == null
        || !reads) {
      return false;
    }
    String methods =
        endpoints.stream()
            .filter(endpoint -> endpoint.role() == Role.VIEWER)
            .map(Endpoint::allowed)
            .collect(Collectors.joining(", "));
    context
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS)
        .end();
    return true;
  }

  private @Nullable String origin(RoutingContext context) {
    String origin = context.request().getHeader(HttpHeaders.ORIGIN);
    return origin != null && origins.contains(origin) ? origin : null;
  }
}
