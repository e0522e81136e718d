package org.muscat.server.http;

import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.muscat.server.access.Role;
import org.muscat.server.index.IndexBoard;

/** Everything that can be asked for, each declared once. */
final class Endpoints {

  private static final String THEATRE = "/api/v1/theatres/:theatre/";
  private static final String PLUGIN = "/api/v1/plugins/:plugin/";
  private static final String JOB = "/api/v1/jobs/:job/";

  private final IndexBoard board;
  private final ApiHandlers api;
  private final PastHandlers past;
  private final PluginHandlers plugins;
  private final JobHandlers jobs;
  private final StreamHandler stream;
  private final MetricsHandler metrics;
  private final Readiness readiness;
  private final ReloadHandler reload;

  @Inject
  Endpoints(
      IndexBoard board,
      ApiHandlers api,
      PastHandlers past,
      PluginHandlers plugins,
      JobHandlers jobs,
      StreamHandler stream,
      MetricsHandler metrics,
      Readiness readiness,
      ReloadHandler reload) {
    this.board = board;
    this.api = api;
    this.past = past;
    this.plugins = plugins;
    this.jobs = jobs;
    this.stream = stream;
    this.metrics = metrics;
    this.readiness = readiness;
    this.reload = reload;
  }

  /**
   * All of them; of two that fit a path the first answers.
   *
   * @param contract is served
   */
  List<Endpoint> all(Workers workers, Contract contract) {
    return Stream.of(
            operation(workers),
            theatres(workers),
            inputs(workers, contract),
            jobs(workers),
            List.of(Endpoint.get("/*", Role.VIEWER, new PageFiles())))
        .flatMap(List::stream)
        .toList();
  }

  private List<Endpoint> operation(Workers workers) {
    Work orders = workers.orders();
    return List.of(
        Endpoint.get("/-/healthy", Role.OPEN, context -> Answers.text(context, 200, "healthy\n")),
        Endpoint.get("/-/ready", Role.OPEN, context -> ready(context, workers.health())),
        Endpoint.order("/-/reload", Role.ADMIN, json(workers.reloads(), reload::reload)),
        Endpoint.get(
            "/metrics", Role.VIEWER, context -> metrics.answer(context, workers.scrapes())),
        Endpoint.post(PLUGIN + "quarantine", Role.OPERATOR, json(orders, plugins::quarantine)),
        Endpoint.post(PLUGIN + "release", Role.OPERATOR, json(orders, plugins::release)));
  }

  private List<Endpoint> theatres(Workers workers) {
    Work queries = workers.queries();
    return List.of(
        Endpoint.get("/api/v1/theatres", Role.VIEWER, newest(workers, api::theatres)),
        Endpoint.get(THEATRE + "index", Role.VIEWER, newest(workers, api::index)),
        Endpoint.get(THEATRE + "history", Role.VIEWER, Answers.of(queries, past::history)),
        Endpoint.get(THEATRE + "readings", Role.VIEWER, Answers.of(queries, past::readings)),
        Endpoint.get(THEATRE + "events", Role.VIEWER, Answers.of(queries, past::events)),
        Endpoint.get(THEATRE + "explain", Role.VIEWER, json(queries, api::explain)),
        Endpoint.post(THEATRE + "what-if", Role.VIEWER, json(queries, api::whatIf)),
        Endpoint.get(
            "/api/v1/chokepoints",
            Role.VIEWER,
            new NewestAnswers(
                board,
                workers.documents(),
                queries,
                context -> Answer.of("application/geo+json", api.chokepoints(context)))),
        Endpoint.get(
            "/api/v1/stream", Role.VIEWER, context -> stream.listen(context, workers.missed())));
  }

  private List<Endpoint> inputs(Workers workers, Contract contract) {
    Work documents = workers.documents();
    return List.of(
        Endpoint.get(
            "/api/v1/openapi.yaml",
            Role.VIEWER,
            Answers.of(documents, context -> Answer.of("application/yaml", contract.text()))),
        Endpoint.get("/api/v1/indicators", Role.VIEWER, json(documents, api::indicators)),
        Endpoint.get("/api/v1/models", Role.VIEWER, newest(workers, api::models)),
        Endpoint.get("/api/v1/plugins", Role.VIEWER, json(documents, plugins::all)),
        Endpoint.get("/api/v1/feeds", Role.VIEWER, json(documents, api::feeds)),
        Endpoint.get("/api/v1/dev", Role.VIEWER, json(documents, api::dev)));
  }

  private List<Endpoint> jobs(Workers workers) {
    Work documents = workers.documents();
    Work orders = workers.orders();
    return List.of(
        Endpoint.get("/api/v1/jobs", Role.VIEWER, json(documents, jobs::all)),
        Endpoint.get(JOB + "runs", Role.VIEWER, json(documents, jobs::runs)),
        Endpoint.order(JOB + "run", Role.OPERATOR, json(orders, jobs::run)),
        Endpoint.order(JOB + "pause", Role.OPERATOR, json(orders, jobs::pause)),
        Endpoint.order(JOB + "resume", Role.OPERATOR, json(orders, jobs::resume)));
  }

  private Handler<RoutingContext> newest(
      Workers workers, Function<RoutingContext, String> document) {
    return new NewestAnswers(
        board,
        workers.documents(),
        workers.queries(),
        context -> Answer.json(document.apply(context)));
  }

  private static Handler<RoutingContext> json(
      Work work, Function<RoutingContext, String> document) {
    return Answers.json(work, document);
  }

  private void ready(RoutingContext context, WorkerExecutor health) {
    health
        .executeBlocking(readiness::obstacle, false)
        .onSuccess(
            obstacle ->
                Answers.text(
                    context,
                    obstacle.isPresent() ? 503 : 200,
                    obstacle.map(why -> "not ready: " + why + "\n").orElse("ready\n")))
        .onFailure(context::fail);
  }
}
