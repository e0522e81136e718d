package org.muscat.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.muscat.server.access.Door;
import org.muscat.server.access.Ending;
import org.muscat.server.access.Role;

/** Which request is answered by whom: the table of endpoints, made a router. */
final class Routes {

  /** Under which each route says what somebody must be to use it. */
  static final String ROLE = "role";

  /** Under which a request says that its body is being read. */
  static final String READING = "muscat.reading";

  /** Of what-ifs, which anybody may ask where reads are open; they have some hundred bytes each. */
  private static final int MOST_BYTES_OF_BODIES = 8 * 1024 * 1024;

  private final Bodies bodies = new Bodies(MOST_BYTES_OF_BODIES);
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
   * @param workers answer
   * @param contract is served, and what the API is asked is held against it
   */
  Router router(Vertx vertx, Workers workers, Contract contract) {
    List<Endpoint> all = endpoints.all(workers, contract);
    Map<String, List<Endpoint>> byPath =
        all.stream()
            .collect(
                Collectors.groupingBy(Endpoint::path, LinkedHashMap::new, Collectors.toList()));
    Router router = Router.router(vertx);
    router.route("/api/*").handler((SecurityPolicyHandler) crossOrigin::tell);
    router.route().handler(door.first(changes(all)));
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

  /** HEAD is answered wherever GET is; {@link Ending} leaves the body out. */
  private void mount(Router router, Endpoint endpoint, Contract contract) {
    Route route = router.route(endpoint.path()).method(endpoint.method());
    if (endpoint.method().equals(HttpMethod.GET)) {
      route.method(HttpMethod.HEAD);
    }
    route.putMetadata(ROLE, endpoint.role());
    route.handler(door.demanding(endpoint.role()));
    if (endpoint.bodyLimit() > 0) {
      route.handler(beginsBody(endpoint));
      route.handler(BodyHandler.create(false).setBodyLimit(endpoint.bodyLimit()));
      route.handler(Routes::endBody);
    }
    contract.of(endpoint).map(RequestCheck::new).ifPresent(route::handler);
    route.handler(endpoint.handler());
  }

  /** Whether a request asks for what changes something, whoever sends it. */
  private static Predicate<RoutingContext> changes(List<Endpoint> endpoints) {
    Map<Pattern, HttpMethod> changes =
        endpoints.stream()
            .filter(endpoint -> endpoint.role().covers(Role.OPERATOR))
            .collect(Collectors.toMap(Endpoint::paths, Endpoint::method));
    return context ->
        changes.entrySet().stream()
            .anyMatch(
                change ->
                    change.getValue().equals(context.request().method())
                        && change.getKey().matcher(context.normalizedPath()).matches());
  }

  /**
   * A router takes nothing before a body but what is of the policy. What operators send is read in
   * any case: others cannot take their place.
   */
  private SecurityPolicyHandler beginsBody(Endpoint endpoint) {
    return context -> {
      if (endpoint.role() == Role.VIEWER) {
        bodies.expect(context, (int) endpoint.bodyLimit());
      }
      context.put(READING, true);
      context.next();
    };
  }

  private static void endBody(RoutingContext context) {
    context.remove(READING);
    context.next();
  }

  private static void notFound(RoutingContext context) {
    Problem.notFound("there is no " + context.request().path()).send(context.request());
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
      Problem.methodNotAllowed(method, allowed.replace(", ", " or ")).send(context.request());
    }
  }
}
