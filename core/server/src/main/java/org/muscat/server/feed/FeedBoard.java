package org.muscat.server.feed;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The newest status of each feed. Safe for any thread. */
public final class FeedBoard {

  private final List<Consumer<FeedStatus>> listeners = new CopyOnWriteArrayList<>();
  private volatile SortedMap<String, FeedStatus> byFeed = new TreeMap<>();

  synchronized void put(FeedStatus status) {
    SortedMap<String, FeedStatus> after = new TreeMap<>(byFeed);
    after.put(status.feed(), status);
    byFeed = after;
    listeners.forEach(listener -> listener.accept(status));
  }

  /**
   * Hands every status to a listener, those of now first. It is called on the threads of feeds, one
   * at a time; it should be quick and throw nothing.
   */
  public synchronized void listen(Consumer<FeedStatus> listener) {
    listeners.add(listener);
    all().forEach(listener);
  }

  /** Shows these and no others from now on, with one reference write. */
  synchronized void show(List<FeedStatus> statuses) {
    SortedMap<String, FeedStatus> shown = new TreeMap<>();
    statuses.forEach(status -> shown.put(status.feed(), status));
    byFeed = shown;
  }

  /** In the order of their names. */
  public List<FeedStatus> all() {
    return List.copyOf(byFeed.values());
  }
}
