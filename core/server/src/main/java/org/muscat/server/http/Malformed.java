package org.muscat.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with a request before anybody asks what it is for: the caller's fault. */
final class Malformed {

  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private Malformed() {}

  /** What is wrong with it; empty if it can be routed. */
  static Optional<Problem> of(HttpServerRequest request) {
    return unreadable(request)
        .map(Problem::badRequest)
        .or(() -> isOtherwiseCoded(request) ? Optional.of(otherwiseCoded()) : Optional.empty());
  }

  private static Optional<String> unreadable(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !path.startsWith("/") || BAD_ESCAPE.matcher(request.uri()).find()) {
      return Optional.of("'" + request.uri() + "' is not a path");
    }
    int hosts = request.headers().getAll(HttpHeaders.HOST).size();
    if (hosts > 1) {
      return Optional.of("there are " + hosts + " headers Host; send one");
    }
    if (hosts == 0 && request.version() == HttpVersion.HTTP_1_1) {
      return Optional.of("there is no header Host; send the name of this server in one");
    }
    return hosts == 1
            && request instanceof HttpServerRequestInternal asked
            && !asked.isValidAuthority()
        ? Optional.of("the header Host is not a name with or without a port")
        : Optional.empty();
  }

  private static Problem otherwiseCoded() {
    return Problem.notImplemented("the only Transfer-Encoding that is read is chunked");
  }

  /** Pieces of something else would be taken for the body, and what no pieces end for requests. */
  private static boolean isOtherwiseCoded(HttpServerRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    return !codings.isEmpty()
        && !(codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked"));
  }
}
