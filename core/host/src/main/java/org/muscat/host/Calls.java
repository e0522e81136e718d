package org.muscat.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is called just now, and who hears of calls that are over. Safe for any thread. */
final class Calls {

  private final List<CallListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<Path, Integer> fetches = new ConcurrentHashMap<>();

  void listen(CallListener listener) {
    listeners.add(listener);
  }

  /** A fetch of a plugin of this jar or folder begins. */
  void fetchBegins(Path location) {
    fetches.merge(location, 1, Integer::sum);
  }

  /** One that began is over. */
  void fetchEnds(Path location) {
    fetches.computeIfPresent(location, (path, running) -> running == 1 ? null : running - 1);
  }

  /** Whether one has begun and is not over. */
  boolean isFetching(Path location) {
    return fetches.containsKey(location);
  }

  /** A call is over that was started at this {@link System#nanoTime}. */
  void ended(String plugin, String call, long startedAt) {
    if (!listeners.isEmpty()) {
      Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
      listeners.forEach(listener -> listener.called(plugin, call, took));
    }
  }
}
