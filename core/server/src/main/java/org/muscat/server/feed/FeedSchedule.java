package org.muscat.server.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each feed at its interval, on a thread of its own, and tells when the store changed. */
public final class FeedSchedule implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  /**
   * A feed and its interval.
   *
   * @param id of the instance
   * @param runner of the feed
   * @param every between the end of one run and the start of the next
   */
  public record Scheduled(String id, FeedRunner runner, Duration every) {}

  private final List<Scheduled> feeds;
  private final Runnable storeChanged;
  private final List<ScheduledExecutorService> threads = new ArrayList<>();

  public FeedSchedule(List<Scheduled> feeds, Runnable storeChanged) {
    this.feeds = List.copyOf(feeds);
    this.storeChanged = storeChanged;
  }

  /** Starts; the first run of each feed begins at once. */
  public void start() {
    for (Scheduled feed : feeds) {
      ScheduledExecutorService thread =
          Executors.newSingleThreadScheduledExecutor(
              task -> new Thread(task, "schedule-" + feed.id()));
      threads.add(thread);
      var unused =
          thread.scheduleWithFixedDelay(
              () -> run(feed), 0, feed.every().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void run(Scheduled feed) {
    try {
      if (feed.runner().run().stored() > 0) {
        storeChanged.run();
      }
    } catch (RuntimeException | Error e) {
      // An executor would say nothing and never run the feed again.
      LOG.atError().addKeyValue("feed", feed.id()).setCause(e).log("feed run failed");
    }
  }

  /** Interrupts what runs, waits at most ten seconds, and closes the feeds. */
  @Override
  public void close() {
    threads.forEach(ScheduledExecutorService::shutdownNow);
    try {
      for (ScheduledExecutorService thread : threads) {
        if (!thread.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
          LOG.atWarn().log("a fetch is still running; going on without it");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    feeds.forEach(feed -> feed.runner().close());
  }
}
