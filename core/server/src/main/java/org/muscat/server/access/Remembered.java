package org.muscat.server.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keys that are remembered for a while; of many the oldest are forgotten. Thread-safe. */
final class Remembered {

  private final long nanos;
  private final Map<String, Long> since;

  /**
   * Nothing yet.
   *
   * @param most keys
   * @param nanos for how long, from when they were added
   */
  Remembered(int most, long nanos) {
    this.nanos = nanos;
    this.since =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > most;
          }
        };
  }

  synchronized void add(String key, long now) {
    since.remove(key);
    since.put(key, now);
  }

  synchronized boolean has(String key, long now) {
    Long at = since.get(key);
    if (at == null) {
      return false;
    }
    if (now - at >= nanos) {
      since.remove(key);
      return false;
    }
    return true;
  }
}
