package org.muscat.server.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Whose turn a feed is: that of a fetch, or that of a change of the configuration. Thread-safe. */
final class Turns {

  /** Of a feed that is not fetched here. */
  private static final Duration UNKNOWN_BATCH = Duration.ofSeconds(30);

  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  /** The turn of one feed. */
  ReentrantLock of(String id) {
    return turns.computeIfAbsent(id, any -> new ReentrantLock());
  }

  /**
   * Lets fetches end after the batch that is under way, and takes the turns of their feeds.
   *
   * @param feeds that are fetched here, by their ids
   * @return lets the turns go; by the same thread
   * @throws StillFetchedException if a batch takes longer than it may; no turn is taken then
   */
  FeedSchedule.Held hold(Collection<String> ids, Map<String, FeedRunner> feeds) {
    List<FeedRunner> fetched =
        ids.stream().distinct().flatMap(id -> Optional.ofNullable(feeds.get(id)).stream()).toList();
    Duration atMost =
        fetched.stream()
            .map(FeedRunner::longestBatch)
            .max(Comparator.naturalOrder())
            .orElse(UNKNOWN_BATCH);
    Deque<ReentrantLock> taken = new ArrayDeque<>();
    FeedSchedule.Held held =
        () -> {
          fetched.forEach(FeedRunner::goOn);
          taken.forEach(ReentrantLock::unlock);
        };
    fetched.forEach(FeedRunner::stopAfterBatch);
    long end = System.nanoTime() + atMost.toNanos();
    // In one order, so that two who hold some cannot wait for each other.
    for (String id : ids.stream().distinct().sorted().toList()) {
      if (!isHad(of(id), end - System.nanoTime())) {
        held.close();
        throw new StillFetchedException(id, atMost);
      }
      taken.push(of(id));
    }
    return held;
  }

  private static boolean isHad(ReentrantLock turn, long nanos) {
    try {
      return turn.tryLock(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
