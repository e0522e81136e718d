package org.muscat.server.runtime;

import com.google.inject.Injector;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.access.Access;
import org.muscat.server.access.AccessModule;
import org.muscat.server.config.ConfigException;
import org.muscat.server.document.Documents;
import org.muscat.server.document.ReloadDocument;
import org.muscat.server.feed.FeedSchedule;
import org.muscat.server.feed.FetchOnDemand;
import org.muscat.server.http.DevNotes;
import org.muscat.server.http.HttpModule;
import org.muscat.server.http.HttpVerticle;
import org.muscat.server.http.ListenAddress;
import org.muscat.server.http.Readiness;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.IndexBoard;
import org.muscat.server.index.Snapshot;
import org.muscat.server.index.Ticker;
import org.muscat.server.job.JobHealth;
import org.muscat.server.job.JobSchedule;
import org.muscat.server.job.RunningServer;
import org.muscat.server.metrics.HealthCollector;
import org.muscat.server.metrics.PluginCallSeconds;
import org.muscat.server.metrics.ReloadHealth;
import org.muscat.server.metrics.RenderedIndex;
import org.muscat.server.publish.Publisher;
import org.muscat.server.tracing.CallSpans;
import org.muscat.server.tracing.Tracing;

/**
 * A running Muscat: feeds on their schedule, ticks, jobs, HTTP.
 *
 * <p>Stops in order: not ready, no new ticks and fetches, running ones end, HTTP, plugins, store,
 * Vert.x.
 */
public final class Server implements AutoCloseable {

  private final Session session;
  private final Vertx vertx;
  private final ListenAddress address;
  private final Access access;
  private final Readiness readiness;
  private final Ticker ticker;
  private final FeedSchedule feeds;
  private final PrometheusMeterRegistry meters;
  private final Tracing tracing = Tracing.ofEnvironment();
  private final JvmGcMetrics pauses = new JvmGcMetrics();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final IndexBoard board;
  private final RenderedIndex renderedIndex;
  private final HealthCollector healthCollector;
  private final JobSchedule jobs;
  private final JobHealth jobHealth;
  private final Optional<Reloader> reloader;
  private final Optional<ConfigWatch> watch;
  private String deployment = "";

  private Server(Session session, ListenAddress address, Clock clock, Optional<DevNotes> dev) {
    this.session = session;
    this.address = address;
    List<ConfiguredFeed> configured = session.feedsAsConfigured();
    PrometheusRegistry registry = new PrometheusRegistry();
    this.meters =
        new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, registry, io.micrometer.core.instrument.Clock.SYSTEM);
    this.vertx = MeteredVertx.of(meters);
    pauses.bindTo(meters);
    this.access = access(session, address, vertx);
    Injector injector =
        session.injector(
            new AccessModule(access),
            new HttpModule(
                address,
                registry,
                dev.orElse(DevNotes.NONE),
                this::reload,
                session.config().crossOrigin()),
            new JobModule(session, new RunningServer(this::fetches, this::ticker)));
    this.board = injector.getInstance(IndexBoard.class);
    this.renderedIndex = injector.getInstance(RenderedIndex.class);
    this.healthCollector =
        new HealthCollector(
            session.plugins(),
            session.feedBoard(),
            session.store().vintageBreaks(),
            session.clock());
    registry.register(healthCollector);
    session.plugins().listen(new PluginCallSeconds(registry));
    session.plugins().listen(new CallSpans(tracing.tracer(), Clock.systemUTC()));
    ReloadHealth health = new ReloadHealth(session.clock().instant());
    registry.register(health);
    this.readiness = injector.getInstance(Readiness.class);
    Assessor assessor = injector.getInstance(Assessor.class);
    this.ticker =
        new Ticker(
            assessor,
            new Publisher(
                session.store(), injector.getInstance(Documents.class), board, session.clock()),
            session.theatres().all(),
            clock,
            meters,
            tracing.tracer());
    this.feeds =
        new FeedSchedule(
            session.store().schedule(),
            configured.stream().map(ConfiguredFeed::runner).toList(),
            ticker::storeChanged,
            session.clock());
    this.jobs = injector.getInstance(JobSchedule.class);
    this.jobHealth = new JobHealth(jobs, session.clock());
    registry.register(jobHealth);
    this.reloader =
        session
            .configFile()
            .map(
                file ->
                    new Reloader(
                        file, session, assessor, ticker, feeds, configured, jobs, health, clock));
    this.watch = reloader.map(ConfigWatch::new);
    start(injector, dev.isPresent());
  }

  /**
   * Starts a server; it is listening when this returns.
   *
   * @param session closed with the server
   * @param address where to listen
   * @param clock what "now" is for the index
   * @throws ConfigException if a feed cannot be made
   * @throws IllegalStateException if it cannot listen there; whatever is thrown, the session is
   *     closed then, too
   */
  public static Server start(Session session, ListenAddress address, Clock clock) {
    return start(session, address, clock, Optional.empty());
  }

  /**
   * Starts a server for the author of a plugin: it fetches every feed at once.
   *
   * @param dev what it says beside the index
   * @throws ConfigException if a feed cannot be made
   * @throws IllegalStateException if it cannot listen there; whatever is thrown, the session is
   *     closed then, too
   */
  public static Server startDev(Session session, ListenAddress address, DevNotes dev) {
    return start(session, address, session.clock(), Optional.of(dev));
  }

  private static Server start(
      Session session, ListenAddress address, Clock clock, Optional<DevNotes> dev) {
    try {
      return new Server(session, address, clock, dev);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Where the page is, such as {@code http://127.0.0.1:8080}. */
  public String url() {
    return (access.isEncrypted() ? "https://" : "http://")
        + address.authority(address.actualPort().orElseThrow());
  }

  /** Hands every snapshot to a listener, as {@link IndexBoard#listen} says. */
  public void listen(Consumer<Snapshot> listener) {
    board.listen(listener);
  }

  private void start(Injector injector, boolean atOnce) {
    try {
      deployment =
          Steps.await(
              vertx.deployVerticle(
                  () -> injector.getInstance(HttpVerticle.class), new DeploymentOptions()));
    } catch (RuntimeException e) {
      close();
      throw new IllegalStateException(
          "cannot listen on " + address.authority(address.port()) + ": " + e.getMessage(), e);
    }
    try {
      ticker.start(session.config().heartbeat());
      if (atOnce) {
        feeds.startAtOnce();
      } else {
        feeds.start();
        jobs.start();
      }
      jobHealth.start();
      session.quarantine().start();
      watch.ifPresent(ConfigWatch::start);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Is asked only once jobs run. */
  private FetchOnDemand fetches() {
    return new FetchOnDemand(session.store().fetches(), feeds, session.clock());
  }

  /** Likewise. */
  private Ticker ticker() {
    return ticker;
  }

  /** Is asked only once this is listening. */
  private ReloadDocument reload() {
    if (reloader.isEmpty()) {
      Problems problems = new Problems();
      problems.add(new Place("muscat dev", 0, ""), "there is no file; it reloads what you write");
      ConfigException.throwIfAny(problems);
    }
    return reloader.orElseThrow().reload();
  }

  /** Idempotent. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    readiness.stopping();
    watch.ifPresent(ConfigWatch::close);
    jobHealth.close();
    // Jobs first: they may wait for fetches and ticks.
    Steps.stop("jobs", jobs::close);
    Steps.stop("feeds", feeds::close);
    ticker.close();
    Steps.stop(
        "http",
        () -> {
          if (!deployment.isEmpty()) {
            Steps.await(vertx.undeploy(deployment));
          }
        });
    renderedIndex.close();
    healthCollector.close();
    Steps.stop("access", access::close);
    Steps.stop("plugins and store", session::close);
    Steps.stop("vertx", () -> Steps.await(vertx.close()));
    pauses.close();
    meters.close();
    tracing.close();
  }

  /** What cannot be used leaves no threads behind. */
  private static Access access(Session session, ListenAddress address, Vertx vertx) {
    try {
      return Access.open(
          session.config().access(), address.host(), session.data(), vertx, session.clock());
    } catch (RuntimeException e) {
      Steps.await(vertx.close());
      throw e;
    }
  }
}
