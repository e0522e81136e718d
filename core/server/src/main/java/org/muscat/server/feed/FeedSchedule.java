package org.muscat.server.feed;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each feed when it is due, in one of the processes that share a store, and tells when the
 * store changed. When a feed is due is kept in the store (db-scheduler's table), so a restart or s.
 */
public final class FeedSchedule implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);
  private static final String FETCH = "fetch";
  private static final int MOST_THREADS = 16;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  /** How often to look what other processes fetched. */
  private static final Duration LOOK = Duration.ofSeconds(15);

  /** A feed that is not in this configuration may be in that of another process. */
  private static final Duration LEAVE_TO_OTHERS = Duration.ofMinutes(1);

  private final Map<String, FeedRunner> feeds = new LinkedHashMap<>();
  private final Runnable storeChanged;
  private final Clock clock;
  private final ExecutorService threads;
  private final ScheduledExecutorService look;
  private final CustomTask<Void> fetch;
  private final Scheduler scheduler;
  private volatile boolean closing;

  /**
   * A schedule; {@link #start} starts it.
   *
   * @param table where it is kept, as {@link org.muscat.store.Store#schedule} gives it
   * @param storeChanged is called after a fetch that stored something
   * @param clock what "due" is measured by
   */
  public FeedSchedule(
      DataSource table, List<FeedRunner> feeds, Runnable storeChanged, Clock clock) {
    feeds.forEach(feed -> this.feeds.put(feed.id(), feed));
    this.storeChanged = storeChanged;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    int size = Math.max(1, Math.min(MOST_THREADS, feeds.size()));
    this.threads =
        Executors.newFixedThreadPool(
            size, task -> new Thread(task, "schedule-" + number.incrementAndGet()));
    this.look =
        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "schedule-look"));
    this.fetch =
        Tasks.custom(FETCH, Void.class)
            .onDeadExecutionRevive()
            .execute((instance, context) -> fetched(instance.getId()));
    this.scheduler =
        Scheduler.create(table, fetch)
            .threads(size)
            .executorService(threads)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(STOP_WITHIN)
            .alwaysPersistTimestampInUTC()
            .enableImmediateExecution()
            .clock(clock::instant)
            .build();
  }

  /** Starts; a feed that was never scheduled is fetched at once. */
  public void start() {
    start(false);
  }

  /** Starts, and fetches every feed at once, whenever it was due. */
  public void startAtOnce() {
    start(true);
  }

  private void start(boolean atOnce) {
    if (feeds.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    for (FeedRunner feed : feeds.values()) {
      TaskInstance<Void> instance = fetch.instance(feed.id());
      if (!scheduler.scheduleIfNotExists(instance, now)) {
        bringForward(feed, instance, now, atOnce);
      }
    }
    scheduler.start();
    var unused =
        look.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      feeds.values().forEach(FeedRunner::refresh);
    } catch (RuntimeException | Error e) {
      // An executor would say nothing and never look again.
      LOG.atWarn().setCause(e).log("cannot look what other processes fetched");
    }
  }

  /** The interval may be shorter now than when the next fetch was planned. */
  private void bringForward(
      FeedRunner feed, TaskInstance<Void> instance, Instant now, boolean atOnce) {
    Instant latest = now.plus(feed.status().every());
    scheduler
        .getScheduledExecution(instance)
        .filter(planned -> !planned.isPicked())
        .filter(
            planned ->
                atOnce
                    || (planned.getExecutionTime().isAfter(latest)
                        && feed.status().failure().isEmpty()))
        .ifPresent(planned -> scheduler.reschedule(instance, now));
    scheduler
        .getScheduledExecution(instance)
        .ifPresent(planned -> feed.nextAt(planned.getExecutionTime()));
  }

  private CompletionHandler<Void> fetched(String id) {
    FeedRunner feed = feeds.get(id);
    Instant next =
        feed == null || closing
            ? clock.instant().plus(feed == null ? LEAVE_TO_OTHERS : Duration.ZERO)
            : run(feed);
    return (complete, operations) -> operations.reschedule(complete, next);
  }

  private Instant run(FeedRunner feed) {
    try {
      if (feed.run().stored() > 0) {
        storeChanged.run();
      }
    } catch (RuntimeException | Error e) {
      LOG.atError().addKeyValue("feed", feed.id()).setCause(e).log("feed run failed");
    }
    if (closing) {
      return clock.instant();
    }
    Instant next = feed.next();
    feed.nextAt(next);
    return next;
  }

  /** Interrupts what runs, waits at most ten seconds, and closes the feeds. */
  @Override
  public void close() {
    closing = true;
    look.shutdownNow();
    feeds.values().forEach(FeedRunner::close);
    scheduler.stop();
    threads.shutdownNow();
  }
}
