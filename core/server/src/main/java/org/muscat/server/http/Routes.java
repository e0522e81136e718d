package org.muscat.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muscat.server.access.Door;

/** Which request is answered by whom: the table of endpoints, made a router. */
final class Routes {

  /** Under which each route says what somebody must be to use it. */
  static final String ROLE = "role";

  private final Endpoints endpoints;
  private final CrossOrigin crossOrigin;
  private final Door door;

  @Inject
  Routes(Endpoints endpoints, CrossOrigin crossOrigin, Door door) {
    this.endpoints = endpoints;
    this.crossOrigin = crossOrigin;
    this.door = door;
  }

  /**
   * The router.
   *
   * @param contract is served, and what the API is asked is held against it
   */
  Router router(Vertx vertx, Contract contract) {
    List<Endpoint> all = endpoints.all(Workers.of(vertx), contract);
    Map<String, List<Endpoint>> byPath =
        all.stream()
            .collect(
                Collectors.groupingBy(Endpoint::path, LinkedHashMap::new, Collectors.toList()));
    Router router = Router.router(vertx);
    router.route().handler(door.first());
    router.route("/api/*").handler(crossOrigin::tell);
    byPath.forEach(
        (path, some) -> {
          if (path.equals("/*")) {
            // What is not in the API is not a file of the page either.
            router.route("/api/*").handler(Routes::notFound);
          }
          some.forEach(endpoint -> mount(router, endpoint, contract));
          String allowed = some.stream().map(Endpoint::allowed).collect(Collectors.joining(", "));
          router
              .route(path)
              .handler(
                  context -> {
                    if (!crossOrigin.answersPreflight(context, some)) {
                      refuseMethod(context, allowed);
                    }
                  });
        });
    router.route().failureHandler(Problem::ofFailure);
    return router;
  }

  /** HEAD is answered wherever GET is; the body is left out by the server. */
  private void mount(Router router, Endpoint endpoint, Contract contract) {
    Route route = router.route(endpoint.path()).method(endpoint.method());
    if (endpoint.method().equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    route.putMetadata(ROLE, endpoint.role());
    route.handler(door.demanding(endpoint.role()));
    if (endpoint.bodyLimit() > 0) {
      route.handler(BodyHandler.create(false).setBodyLimit(endpoint.bodyLimit()));
    }
    contract.of(endpoint).map(RequestCheck::new).ifPresent(route::handler);
    route.handler(endpoint.handler());
  }

  private static void notFound(RoutingContext context) {
    Problem.notFound("there is no " + context.request().path()).send(context.response());
  }

  /**
   * Nobody answered this path. With a method that is answered there is only no such file; the other
   * methods are told which are.
   */
  private static void refuseMethod(RoutingContext context, String allowed) {
    String method = context.request().method().name();
    if (List.of(allowed.split(", ")).contains(method)) {
      notFound(context);
    } else {
      context.response().putHeader(HttpHeaders.ALLOW, allowed);
      Problem.methodNotAllowed(method, allowed.replace(", ", " or ")).send(context.response());
    }
  }
}
