package org.muscat.server.feed;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.muscat.server.schedule.Sooner;
import org.muscat.server.schedule.TableWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs each feed when it is due, in one of the processes that share a store, and tells when the
 * store changed. When a feed is due is kept in the store (db-scheduler's table), so a restart or s.
 */
public final class FeedSchedule implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);
  private static final String FETCH = "fetch";

  /** Of db-scheduler, which calls it so. */
  private static final String TABLE = "scheduled_tasks";

  private static final int MOST_THREADS = 16;

  /** A thread that had nothing to do for so long ends. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  /** How often to look what other processes fetched. */
  private static final Duration LOOK = Duration.ofSeconds(15);

  /** A feed that is not in this configuration may be in that of another process. */
  private static final Duration LEAVE_TO_OTHERS = Duration.ofMinutes(1);

  private final Turns turns = new Turns();
  private final Runnable storeChanged;
  private final Clock clock;
  private final ExecutorService threads;
  private final ScheduledExecutorService look;
  private final CustomTask<Void> fetch;
  private final Scheduler scheduler;
  private volatile Map<String, FeedRunner> feeds;
  private volatile boolean closing;
  private boolean started;

  private final TableWatch watch;

  /**
   * A schedule; {@link #start} starts it.
   *
   * @param table where it is kept, as {@link org.muscat.store.Store#schedule} gives it
   * @param storeChanged is called after a fetch that stored something
   * @param clock what "due" is measured by
   */
  public FeedSchedule(
      DataSource table, List<FeedRunner> feeds, Runnable storeChanged, Clock clock) {
    this.feeds = byId(feeds);
    this.watch = new TableWatch(table, TABLE, FeedSchedule::failed);
    this.storeChanged = storeChanged;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "schedule-" + number.incrementAndGet());
              thread.setUncaughtExceptionHandler(
                  (ended, failure) -> watch.failed(String.valueOf(failure.getMessage())));
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
    this.look =
        Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "schedule-look"));
    this.fetch =
        Tasks.custom(FETCH, Void.class)
            .onDeadExecutionRevive()
            .execute((instance, context) -> fetched(instance.getId()));
    this.scheduler =
        Scheduler.create(table, fetch)
            .threads(MOST_THREADS)
            .executorService(threads)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(STOP_WITHIN)
            .alwaysPersistTimestampInUTC()
            .enableImmediateExecution()
            .clock(clock::instant)
            .addSchedulerListener(watch)
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

  private synchronized void start(boolean atOnce) {
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
    startScheduler();
  }

  private void startScheduler() {
    started = true;
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
      LOG.atWarn()
          .addKeyValue("event", "fetches-unread")
          .setCause(e)
          .log("cannot look what other processes fetched");
    }
  }

  /** The interval may be shorter now than when the next fetch was planned. */
  private void bringForward(
      FeedRunner feed, TaskInstance<Void> instance, Instant now, boolean atOnce) {
    Instant latest = now.plus(feed.status().every());
    Sooner.run(
        scheduler,
        instance,
        now,
        planned ->
            atOnce
                || (planned.getExecutionTime().isAfter(latest)
                    && feed.status().failure().isEmpty()));
    scheduler
        .getScheduledExecution(instance)
        .ifPresent(planned -> feed.nextAt(planned.getExecutionTime()));
  }

  /**
   * Lets fetches of these feeds end after the batch that is under way, waits for it, and lets no
   * fetch of them begin until this is closed, by the same thread.
   *
   * @throws StillFetchedException if a batch takes longer than it may; nothing is held then
   */
  public Held hold(Collection<String> ids) {
    return turns.hold(ids, feeds);
  }

  /** Feeds that wait until this is closed. */
  public interface Held {

    /** Lets them be fetched again; by the thread that holds them. */
    void close();
  }

  /**
   * Runs other feeds from now on. Those that it has already go on as they are; new ones are fetched
   * at once; the caller holds and closes those that are gone.
   *
   * @param board shows them, and no others
   */
  public synchronized void replace(List<FeedRunner> next, FeedBoard board) {
    List<FeedRunner> before = List.copyOf(feeds.values());
    FeedBoard nobody = new FeedBoard();
    before.stream().filter(feed -> !next.contains(feed)).forEach(feed -> feed.tell(nobody));
    next.stream().filter(feed -> !before.contains(feed)).forEach(feed -> feed.tell(board));
    feeds = byId(next);
    board.show(next.stream().map(FeedRunner::status).toList());
  }

  /** Lets feeds be fetched at once, in one of the processes; what runs already is left alone. */
  public synchronized void fetchNow(Collection<String> some) {
    Instant now = clock.instant();
    for (String id : some) {
      TaskInstance<Void> instance = fetch.instance(id);
      if (!scheduler.scheduleIfNotExists(instance, now)) {
        Sooner.run(scheduler, instance, now, planned -> planned.getExecutionTime().isAfter(now));
      }
    }
    if (!started && !some.isEmpty()) {
      startScheduler();
    }
  }

  private static Map<String, FeedRunner> byId(List<FeedRunner> feeds) {
    Map<String, FeedRunner> byId = new LinkedHashMap<>();
    feeds.forEach(feed -> byId.put(feed.id(), feed));
    return Collections.unmodifiableMap(byId);
  }

  private CompletionHandler<Void> fetched(String id) {
    Instant next;
    ReentrantLock turn = turns.of(id);
    turn.lock();
    try {
      FeedRunner feed = feeds.get(id);
      next =
          feed == null || closing
              ? clock.instant().plus(feed == null ? LEAVE_TO_OTHERS : Duration.ZERO)
              : run(feed);
    } finally {
      turn.unlock();
    }
    return (complete, operations) -> operations.reschedule(complete, next);
  }

  /** The table of the schedule cannot be read or written; the next poll tries again. */
  private static void failed(String reason) {
    LOG.atError()
        .addKeyValue("event", "schedule-failed")
        .addKeyValue("reason", reason)
        .log("no fetch can begin: the table of the schedule fails");
  }

  private Instant run(FeedRunner feed) {
    try {
      if (feed.run().stored() > 0) {
        storeChanged.run();
      }
    } catch (RuntimeException | Error e) {
      LOG.atError()
          .addKeyValue("event", "feed-run-failed")
          .addKeyValue("feed", feed.id())
          .setCause(e)
          .log("feed run failed");
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
