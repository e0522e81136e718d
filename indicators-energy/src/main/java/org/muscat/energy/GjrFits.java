package org.muscat.energy;

import java.nio.DoubleBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muscat.toolkit.GjrFit;

/**
 * Remembers the last few fits by the shocks they are of, so that the days of a month share one.
 * What is remembered is a function of the shocks alone: a reading is the same with it and without.
 * Safe for any thread.
 */
final class GjrFits {

  /** The months that a tick looks at: now, a day ago, a week ago, and one to spare. */
  private static final int MOST = 4;

  private final Map<DoubleBuffer, GjrFit> newest =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<DoubleBuffer, GjrFit> eldest) {
          return size() > MOST;
        }
      };

  /**
   * The fit of these shocks.
   *
   * @param shocks not changed by anybody afterwards
   */
  GjrFit of(double... shocks) {
    DoubleBuffer key = DoubleBuffer.wrap(shocks);
    synchronized (newest) {
      GjrFit known = newest.get(key);
      if (known != null) {
        return known;
      }
    }
    GjrFit fit = GjrFit.of(shocks);
    synchronized (newest) {
      newest.put(key, fit);
    }
    return fit;
  }
}
