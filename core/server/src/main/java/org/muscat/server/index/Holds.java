package org.muscat.server.index;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.Composite;
import org.muscat.host.BoundIndicator;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.store.SourceRanking;

/**
 * Finds what a missing input last said: the newest measurement on the daily grid (00:00 UTC) of the
 * last 90 days, each grid point with the view known then (method, section 2, rules 2 and 8).
 *
 * <p>Readings of past grid points are kept until the store changes. Safe for any thread.
 */
final class Holds {

  private final Readings readings;
  private volatile Memory memory;

  Holds(Readings readings) {
    this.readings = readings;
    this.memory = new Memory(readings);
  }

  /** Forgets what was read before the store changed. */
  void forget() {
    // A new one: who reads just now goes on with the old store and the old memory.
    memory = new Memory(readings);
  }

  /**
   * What missing indicators last said.
   *
   * @param missing with the age past which a reading of each counts as missing
   * @return by indicator; without those that said nothing in the last 90 days
   */
  Map<BoundIndicator, Measured> lastMeasured(
      Map<BoundIndicator, Duration> missing, SourceRanking sources, Instant asOf) {
    Memory then = memory;
    Map<BoundIndicator, Measured> found = new HashMap<>();
    Map<BoundIndicator, Duration> open = new LinkedHashMap<>(missing);
    Instant oldest = asOf.minus(Composite.LONGEST_HOLD);
    Instant point = asOf.minusNanos(1).truncatedTo(ChronoUnit.DAYS);
    while (!open.isEmpty() && !point.isBefore(oldest)) {
      Map<BoundIndicator, Reading> readingsThen =
          then.read(List.copyOf(open.keySet()), sources, point);
      for (BoundIndicator indicator : List.copyOf(open.keySet())) {
        if (readingsThen.get(indicator) instanceof Measured measured
            && isFresh(measured, point, open.getOrDefault(indicator, Duration.ZERO))) {
          found.put(indicator, measured);
          open.remove(indicator);
        }
      }
      point = point.minus(1, ChronoUnit.DAYS);
    }
    return found;
  }

  private static boolean isFresh(Measured measured, Instant asOf, Duration maxAge) {
    return Duration.between(measured.observedAt(), asOf).compareTo(maxAge) <= 0;
  }
}
