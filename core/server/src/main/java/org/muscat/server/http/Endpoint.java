package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.muscat.server.access.Role;

/**
 * Something that can be asked for. Immutable.
 *
 * @param method GET, which answers HEAD as well, or POST
 * @param path as Vert.x writes it, such as {@code /api/v1/theatres/:theatre/index}
 * @param role what somebody must be to ask
 * @param bodyLimit the largest body, in bytes; 0 if none is read
 * @param handler answers, on an event loop
 */
record Endpoint(
    HttpMethod method, String path, Role role, long bodyLimit, Handler<RoutingContext> handler) {

  /** A document or a form of one is small; more is refused before it is read. */
  private static final long LARGEST_BODY = 64 * 1024;

  /** One that only reads. */
  static Endpoint get(String path, Role role, Handler<RoutingContext> handler) {
    return new Endpoint(HttpMethod.GET, path, role, 0, handler);
  }

  /** One that is told something. */
  static Endpoint post(String path, Role role, Handler<RoutingContext> handler) {
    return new Endpoint(HttpMethod.POST, path, role, LARGEST_BODY, handler);
  }

  /** One that is told to do something, without a body. */
  static Endpoint order(String path, Role role, Handler<RoutingContext> handler) {
    return new Endpoint(HttpMethod.POST, path, role, 0, handler);
  }

  /** The path as OpenAPI writes it, such as {@code /api/v1/theatres/{theatre}/index}. */
  String template() {
    return path.replaceAll(":([a-z]+)", "{$1}");
  }

  /** The paths that it answers. */
  Pattern paths() {
    return Pattern.compile(path.replaceAll(":[a-z]+", "[^/]+").replace("*", ".*"));
  }

  /** What a client is told that it may send. */
  String allowed() {
    return method.equals(HttpMethod.GET) ? "GET, HEAD" : method.name();
  }
}
