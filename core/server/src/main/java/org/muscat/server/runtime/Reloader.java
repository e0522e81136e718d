package org.muscat.server.runtime;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ConfigException;
import org.muscat.server.config.ServerConfig;
import org.muscat.server.document.ReloadDocument;
import org.muscat.server.feed.FeedSchedule;
import org.muscat.server.feed.StillFetchedException;
import org.muscat.server.http.Reloading;
import org.muscat.server.index.Assessor;
import org.muscat.server.index.Theatre;
import org.muscat.server.index.Ticker;
import org.muscat.server.job.JobSchedule;
import org.muscat.server.metrics.ReloadHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a new configuration while Muscat runs, all or nothing (decision 19). It is read and bound,
 * its new feeds and indicators are made and tried, its theatres assessed once; then everything is
 * switched between two ticks. Whatever fails before leaves everything as it was.
 *
 * <p>Blocks: on plugins, on fetches that run, and on the ticks. Safe for any thread but an event
 * loop and that of the ticks; one at a time.
 */
final class Reloader implements Reloading {

  private static final Logger LOG = LoggerFactory.getLogger(Reloader.class);

  private final Path configFile;
  private final Session session;
  private final Assessor assessor;
  private final Ticker ticker;
  private final FeedSchedule schedule;
  private final JobSchedule jobs;
  private final ReloadHealth health;
  private final Clock clock;
  private final Watched watched;
  private Setup present;
  private List<ConfiguredFeed> feeds;

  /**
   * A reloader of a server that has started.
   *
   * @param configFile muscat.yaml
   * @param feeds those that run
   * @param clock what "now" is for the index
   */
  Reloader(
      Path configFile,
      Session session,
      Assessor assessor,
      Ticker ticker,
      FeedSchedule schedule,
      List<ConfiguredFeed> feeds,
      JobSchedule jobs,
      ReloadHealth health,
      Clock clock) {
    this.configFile = configFile;
    this.session = session;
    this.assessor = assessor;
    this.ticker = ticker;
    this.schedule = schedule;
    this.feeds = List.copyOf(feeds);
    this.jobs = jobs;
    this.health = health;
    this.clock = clock;
    this.present = session.setup();
    this.watched = new Watched(configFile, present.config().models());
  }

  /** The files that were read last. */
  Watched watched() {
    return watched;
  }

  @Override
  public synchronized ReloadDocument reload() {
    try {
      ReloadDocument changes = take();
      health.succeeded(session.clock().instant());
      LOG.atInfo()
          .addKeyValue("event", "config-reloaded")
          .addKeyValue("theatres", changes.theatres())
          .addKeyValue("feeds", changes.feeds())
          .log("new configuration in use");
      return changes;
    } catch (ConfigException e) {
      health.failed();
      LOG.atError()
          .addKeyValue("event", "config-refused")
          .addKeyValue("problems", e.problems())
          .log("new configuration refused; the one before stays in use");
      throw e;
    } catch (RuntimeException e) {
      health.failed();
      LOG.atError()
          .addKeyValue("event", "reload-failed")
          .setCause(e)
          .log("new configuration not taken; the one before stays in use");
      throw e;
    }
  }

  private ReloadDocument take() {
    Problems problems = new Problems();
    watched.reading();
    ServerConfig config = ServerConfig.read(configFile, Installation.running().home(), problems);
    watched.read(config.models());
    Fixed.refuseChanges(present.config(), config, problems);
    Setup next = Setup.of(config, session.plugins(), problems);
    try (NewFeeds made = NewFeeds.make(config.feeds(), feeds, session, problems)) {
      ConfigException.throwIfAny(problems);
      ReloadDocument.Changes theatres = changes(present, next);
      take(next, made, problems);
      Warnings.log(problems);
      return new ReloadDocument(theatres, made.changes(), problems.warnings());
    }
  }

  private void take(Setup next, NewFeeds made, Problems problems) {
    FeedSchedule.Held held = hold(made, problems);
    try {
      Probe probe = new Probe(assessor, clock);
      probe.indicators(present.theatres(), next.theatres(), problems);
      probe.feeds(made.fresh(), problems);
      ConfigException.throwIfAny(problems);
      assess(next.theatres().all(), problems);
      ConfigException.throwIfAny(problems);
      switchTo(next, made, problems);
      made.adopt();
      present = next;
      feeds = made.all();
    } finally {
      held.close();
    }
    tidy("jobs go on as they were", () -> jobs.replace(next.config().jobs(), next.theatres()));
    tidy("what the theatres before needed is kept", () -> assessor.keepOnly(next.theatres().all()));
    tidy(
        "new feeds wait until they are due",
        () -> schedule.fetchNow(made.fresh().stream().map(feed -> feed.runner().id()).toList()));
  }

  private FeedSchedule.Held hold(NewFeeds made, Problems problems) {
    try {
      return schedule.hold(made.touched());
    } catch (StillFetchedException e) {
      problems.add(whole(), String.valueOf(e.getMessage()));
      ConfigException.throwIfAny(problems);
      throw e;
    }
  }

  /** The new configuration is in use already: what fails now is no refusal. */
  private static void tidy(String consequence, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("event", "reload-consequence")
          .setCause(e)
          .log("after the new configuration was taken: " + consequence);
    }
  }

  /** On this thread, so that a long past of a new model delays no tick. */
  private void assess(List<Theatre> theatres, Problems problems) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    assessor.check(
        theatres,
        now,
        (theatre, failure) ->
            problems.add(whole(), "theatre '" + theatre.id() + "' cannot be assessed: " + failure));
  }

  private void switchTo(Setup next, NewFeeds made, Problems problems) {
    List<ConfiguredFeed> all = made.all();
    try {
      ticker
          .switchTo(
              next.theatres().all(),
              next.config().heartbeat(),
              () ->
                  schedule.replace(
                      all.stream().map(ConfiguredFeed::runner).toList(), session.feedBoard()))
          .join();
    } catch (CompletionException e) {
      problems.add(whole(), "the theatres cannot be assessed: " + e.getCause());
      ConfigException.throwIfAny(problems);
    }
  }

  private Place whole() {
    return new Place(configFile.toString(), 1, "");
  }

  private static ReloadDocument.Changes changes(Setup before, Setup after) {
    return Differences.between(hashes(before), hashes(after));
  }

  private static Map<String, String> hashes(Setup setup) {
    Map<String, String> byId = new LinkedHashMap<>();
    setup.theatres().all().forEach(one -> byId.put(one.id(), one.model().hash()));
    return byId;
  }
}
