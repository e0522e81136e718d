package org.muscat.energy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last few results of a function by what they are of. A reading is the same with it
 * and without. Safe for any thread.
 *
 * @param <K> all that a result depends on, compared by content
 */
final class Recent<K, V> {

  /** The moments that a tick looks at: now, a day ago, a week ago, and one to spare. */
  private static final int MOST = 4;

  private final Map<K, V> newest =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
          return size() > MOST;
        }
      };

  /** The result, if it is remembered. */
  synchronized @Nullable V get(K key) {
    return newest.get(key);
  }

  /** Remembers a result, and gives it back. */
  synchronized V put(K key, V value) {
    newest.put(key, value);
    return value;
  }
}
