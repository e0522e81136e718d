package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.muscat.server.access.Role;

/** Everything that can be asked for, each declared once. */
final class Endpoints {

  private static final String THEATRE = "/api/v1/theatres/:theatre/";
  private static final String PLUGIN = "/api/v1/plugins/:plugin/";

  private final ApiHandlers api;
  private final PluginHandlers plugins;
  private final MetricsHandler metrics;
  private final Readiness readiness;
  private final ReloadHandler reload;

  @Inject
  Endpoints(
      ApiHandlers api,
      PluginHandlers plugins,
      MetricsHandler metrics,
      Readiness readiness,
      ReloadHandler reload) {
    this.reload = reload;
    this.api = api;
    this.plugins = plugins;
    this.metrics = metrics;
    this.readiness = readiness;
  }

  /** All of them; of two that fit a path the first answers. */
  List<Endpoint> all(Workers workers) {
    WorkerExecutor queries = workers.queries();
    return List.of(
        Endpoint.get("/-/healthy", Role.OPEN, context -> text(context, 200, "healthy\n")),
        Endpoint.get("/-/ready", Role.OPEN, context -> ready(context, workers.health())),
        Endpoint.order("/-/reload", Role.ADMIN, json(workers.reloads(), reload::reload)),
        Endpoint.get(
            "/metrics", Role.VIEWER, context -> metrics.answer(context, workers.scrapes())),
        Endpoint.get("/api/v1/theatres", Role.VIEWER, json(queries, api::theatres)),
        Endpoint.get(THEATRE + "index", Role.VIEWER, json(queries, api::index)),
        Endpoint.get(THEATRE + "history", Role.VIEWER, json(queries, api::history)),
        Endpoint.get(THEATRE + "explain", Role.VIEWER, json(queries, api::explain)),
        Endpoint.post(THEATRE + "what-if", Role.VIEWER, json(queries, api::whatIf)),
        Endpoint.get(
            "/api/v1/chokepoints",
            Role.VIEWER,
            documents("application/geo+json", queries, api::chokepoints)),
        Endpoint.get("/api/v1/plugins", Role.VIEWER, json(queries, plugins::all)),
        Endpoint.post(PLUGIN + "quarantine", Role.OPERATOR, json(queries, plugins::quarantine)),
        Endpoint.post(PLUGIN + "release", Role.OPERATOR, json(queries, plugins::release)),
        Endpoint.get("/api/v1/feeds", Role.VIEWER, json(queries, api::feeds)),
        Endpoint.get("/api/v1/dev", Role.VIEWER, json(queries, api::dev)),
        Endpoint.get("/*", Role.VIEWER, StaticHandler.create("page").setCachingEnabled(false)));
  }

  private static Handler<RoutingContext> json(
      WorkerExecutor queries, Function<RoutingContext, String> document) {
    return documents("application/json", queries, document);
  }

  private static Handler<RoutingContext> documents(
      String contentType, WorkerExecutor queries, Function<RoutingContext, String> document) {
    return context ->
        queries
            .executeBlocking(
                () -> new Answer(contentType, Buffer.buffer(document.apply(context))), false)
            .onSuccess(
                answer ->
                    context
                        .response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                        .end(answer.body()))
            .onFailure(context::fail);
  }

  private void ready(RoutingContext context, WorkerExecutor health) {
    health
        .executeBlocking(readiness::obstacle, false)
        .onSuccess(
            obstacle ->
                text(
                    context,
                    obstacle.isPresent() ? 503 : 200,
                    obstacle.map(why -> "not ready: " + why + "\n").orElse("ready\n")))
        .onFailure(context::fail);
  }

  private static void text(RoutingContext context, int status, String body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .end(body);
  }
}
