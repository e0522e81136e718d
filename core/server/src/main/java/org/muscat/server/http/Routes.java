package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which request is answered by whom. */
final class Routes {

  private static final int QUERY_THREADS = 2;
  private static final int SCRAPE_THREADS = 2;
  private static final long QUERY_SECONDS = 30;
  private static final long RELOAD_MINUTES = 30;
  private static final String RELOAD = "/-/reload";
  private static final long LARGEST_BODY = 64 * 1024;
  private static final Pattern POSTS =
      Pattern.compile("/api/v1/(theatres/[^/]+/what-if|plugins/[^/]+/(quarantine|release))");
  private static final String CONTENT_POLICY =
      "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'";

  private final ApiHandlers api;
  private final PluginHandlers plugins;
  private final MetricsHandler metrics;
  private final Readiness readiness;
  private final ReloadHandler reload;

  @Inject
  Routes(
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

  Router router(Vertx vertx) {
    WorkerExecutor queries =
        vertx.createSharedWorkerExecutor("queries", QUERY_THREADS, QUERY_SECONDS, TimeUnit.SECONDS);
    // A scrape and a probe do not wait for questions about the past, nor one for the other.
    WorkerExecutor health =
        vertx.createSharedWorkerExecutor("health", 1, QUERY_SECONDS, TimeUnit.SECONDS);
    WorkerExecutor scrapes =
        vertx.createSharedWorkerExecutor(
            "scrapes", SCRAPE_THREADS, QUERY_SECONDS, TimeUnit.SECONDS);
    // Neither does a scrape wait for feeds that are tried; nor is that too long for a warning.
    WorkerExecutor reloads =
        vertx.createSharedWorkerExecutor("reloads", 1, RELOAD_MINUTES, TimeUnit.MINUTES);
    Router router = Router.router(vertx);
    router.route().handler(Routes::secure);
    get(router, "/-/healthy").handler(context -> text(context, 200, "healthy\n"));
    get(router, "/-/ready").handler(context -> ready(context, health));
    router.post(RELOAD).handler(json(reloads, reload::reload));
    get(router, "/metrics").handler(context -> metrics.answer(context, scrapes));
    get(router, "/api/v1/theatres").handler(json(queries, api::theatres));
    get(router, "/api/v1/theatres/:theatre/index").handler(json(queries, api::index));
    get(router, "/api/v1/theatres/:theatre/history").handler(json(queries, api::history));
    get(router, "/api/v1/theatres/:theatre/explain").handler(json(queries, api::explain));
    post(router, "/api/v1/theatres/:theatre/what-if").handler(json(queries, api::whatIf));
    get(router, "/api/v1/chokepoints")
        .handler(documents("application/geo+json", queries, api::chokepoints));
    get(router, "/api/v1/plugins").handler(json(queries, plugins::all));
    post(router, "/api/v1/plugins/:plugin/quarantine").handler(json(queries, plugins::quarantine));
    post(router, "/api/v1/plugins/:plugin/release").handler(json(queries, plugins::release));
    get(router, "/api/v1/feeds").handler(json(queries, api::feeds));
    get(router, "/api/v1/dev").handler(json(queries, api::dev));
    router.route("/api/*").handler(Routes::notFound);
    get(router, "/*").handler(StaticHandler.create("page").setCachingEnabled(false));
    router.route().handler(Routes::notFound);
    router.route().failureHandler(Problem::ofFailure);
    return router;
  }

  /** HEAD is answered wherever GET is; the body is left out by the server. */
  private static Route get(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private static Route post(Router router, String path) {
    return router.post(path).handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
  }

  private static void notFound(RoutingContext context) {
    Problem.notFound("there is no " + context.request().path()).send(context.response());
  }

  private static Handler<RoutingContext> json(
      WorkerExecutor queries, Function<RoutingContext, String> document) {
    return documents("application/json", queries, document);
  }

  private static Handler<RoutingContext> documents(
      String contentType, WorkerExecutor queries, Function<RoutingContext, String> document) {
    return context ->
        answer(
            context,
            queries,
            request -> new Answer(contentType, Buffer.buffer(document.apply(request))));
  }

  private static void answer(
      RoutingContext context, WorkerExecutor queries, Function<RoutingContext, Answer> answerer) {
    Callable<Answer> work = () -> answerer.apply(context);
    queries
        .executeBlocking(work, false)
        .onSuccess(
            answer ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                    .end(answer.body()))
        .onFailure(context::fail);
  }

  private void ready(RoutingContext context, WorkerExecutor queries) {
    queries
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

  private static void secure(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Content-Security-Policy", CONTENT_POLICY);
    HttpMethod method = context.request().method();
    String path = context.request().path();
    boolean posts = path.equals(RELOAD) || POSTS.matcher(path).matches();
    if (posts
        ? method.equals(HttpMethod.POST)
        : method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      context.next();
    } else {
      response.putHeader(HttpHeaders.ALLOW, posts ? "POST" : "GET, HEAD");
      Problem.methodNotAllowed(method.name(), posts ? "POST" : "GET or HEAD").send(response);
    }
  }
}
