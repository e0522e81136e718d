package org.muscat.server.index;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.muscat.engine.Composite;
import org.muscat.host.BoundIndicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.store.SourceRanking;

/**
 * Finds what a missing input last said: the newest measurement on the daily grid (00:00 UTC) of the
 * last 90 days, each grid point with the view known then (method, section 2, rules 2 and 8).
 *
 * <p>Readings of past grid points are kept until the store changes. Safe for any thread.
 */
final class Holds {

  private record GridPoint(BoundIndicator indicator, SourceRanking sources, Instant moment) {}

  private final Readings readings;
  private final Map<GridPoint, Reading> remembered = new ConcurrentHashMap<>();

  Holds(Readings readings) {
    this.readings = readings;
  }

  /** Forgets what was read before the store changed. */
  void forget() {
    remembered.clear();
  }

  /**
   * What missing indicators last said.
   *
   * @param missing with the age past which a reading of each counts as missing
   * @return by indicator; without those that said nothing in the last 90 days
   */
  Map<BoundIndicator, Measured> lastMeasured(
      Map<BoundIndicator, Duration> missing, SourceRanking sources, Instant asOf) {
    Map<BoundIndicator, Measured> found = new HashMap<>();
    Map<BoundIndicator, Duration> open = new LinkedHashMap<>(missing);
    Instant oldest = asOf.minus(Composite.LONGEST_HOLD);
    Instant point = asOf.minusNanos(1).truncatedTo(ChronoUnit.DAYS);
    while (!open.isEmpty() && !point.isBefore(oldest)) {
      Map<BoundIndicator, Reading> then = at(open.keySet(), sources, point);
      for (BoundIndicator indicator : List.copyOf(open.keySet())) {
        if (then.get(indicator) instanceof Measured measured
            && isFresh(measured, point, open.getOrDefault(indicator, Duration.ZERO))) {
          found.put(indicator, measured);
          open.remove(indicator);
        }
      }
      point = point.minus(1, ChronoUnit.DAYS);
    }
    return found;
  }

  private Map<BoundIndicator, Reading> at(
      Collection<BoundIndicator> indicators, SourceRanking sources, Instant point) {
    List<BoundIndicator> unread =
        indicators.stream()
            .filter(i -> !remembered.containsKey(new GridPoint(i, sources, point)))
            .toList();
    if (!unread.isEmpty()) {
      readings
          .read(unread, sources, point)
          .forEach((i, reading) -> remembered.put(new GridPoint(i, sources, point), reading));
    }
    Map<BoundIndicator, Reading> then = new HashMap<>();
    for (BoundIndicator indicator : indicators) {
      then.put(
          indicator,
          remembered.getOrDefault(
              new GridPoint(indicator, sources, point), new NoData("not read")));
    }
    return then;
  }

  private static boolean isFresh(Measured measured, Instant asOf, Duration maxAge) {
    return Duration.between(measured.observedAt(), asOf).compareTo(maxAge) <= 0;
  }
}
