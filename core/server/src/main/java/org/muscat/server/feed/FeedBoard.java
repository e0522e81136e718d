package org.muscat.server.feed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The newest status of each feed. Safe for any thread. */
public final class FeedBoard {

  private final Map<String, FeedStatus> byFeed = new ConcurrentSkipListMap<>();

  void put(FeedStatus status) {
    byFeed.put(status.feed(), status);
  }

  /** In the order of their names. */
  public List<FeedStatus> all() {
    return List.copyOf(byFeed.values());
  }
}
