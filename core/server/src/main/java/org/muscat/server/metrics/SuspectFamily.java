package org.muscat.server.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.muscat.server.feed.FeedBoard;
import org.muscat.store.StoreException;
import org.muscat.store.VintageBreak;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which series are suspect. The index asks for the source and the series, whichever feed saw the
 * break; so it counts here even when that feed is configured no more. The store is asked on a
 * thread of its own and for a moment only: a scrape does not wait for one that hangs. Safe for any
 * thread.
 */
final class SuspectFamily implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SuspectFamily.class);
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Supplier<List<VintageBreak>> store;
  private final FeedBoard feeds;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> daemon(task, "suspect-series"));
  private Future<List<VintageBreak>> asking;

  /**
   * A family.
   *
   * @param store gives the open breaks; may take long and fail with a {@link StoreException}
   * @param feeds know their own breaks, as the store said last
   */
  SuspectFamily(Supplier<List<VintageBreak>> store, FeedBoard feeds) {
    this.store = store;
    this.feeds = feeds;
    this.asking = CompletableFuture.completedFuture(List.of());
  }

  /** Adds each series of each source once for each feed that saw a break. */
  void add(Families families) {
    open().stream()
        .map(
            seen ->
                Labels.of(
                    "feed", seen.instance(), "source", seen.source(), "series", seen.series()))
        .distinct()
        .forEach(series -> families.gauge(HealthMetric.SUSPECT, series, 1));
  }

  private List<VintageBreak> open() {
    try {
      return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return seenByFeeds(e);
    } catch (ExecutionException | TimeoutException e) {
      return seenByFeeds(e);
    }
  }

  /** Whoever asks while the store is asked already gets that answer. */
  private synchronized Future<List<VintageBreak>> ask() {
    if (asking.isDone()) {
      asking = thread.submit(store::get);
    }
    return asking;
  }

  /** The other metrics are needed most when the store fails. */
  private List<VintageBreak> seenByFeeds(Exception why) {
    LOG.atWarn()
        .addKeyValue("event", "suspect-series-unread")
        .setCause(why)
        .log("suspect series are those that the feeds saw last");
    return feeds.all().stream().flatMap(feed -> feed.openBreaks().stream()).toList();
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
