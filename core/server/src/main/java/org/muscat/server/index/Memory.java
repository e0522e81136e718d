package org.muscat.server.index;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.muscat.host.BoundIndicator;
import org.muscat.host.Outcome;
import org.muscat.spi.Reading;
import org.muscat.store.SourceRanking;

/**
 * Readings that need not be read again while the store stays as it is. One that failed for a reason
 * of the moment, such as a deadline, is not kept. Safe for any thread.
 */
final class Memory {

  /** More come from questions about ever other moments; then it begins anew. */
  private static final int LARGEST = 100_000;

  private record Place(BoundIndicator indicator, SourceRanking sources, Instant moment) {}

  private final Readings readings;
  private final Map<Place, Reading> remembered = new ConcurrentHashMap<>();

  Memory(Readings readings) {
    this.readings = readings;
  }

  /** One reading for each distinct indicator. */
  Map<BoundIndicator, Reading> read(
      Collection<BoundIndicator> indicators, SourceRanking sources, Instant asOf) {
    Map<BoundIndicator, Reading> all = new HashMap<>();
    for (BoundIndicator indicator : indicators) {
      Reading known = remembered.get(new Place(indicator, sources, asOf));
      if (known != null) {
        all.put(indicator, known);
      }
    }
    List<BoundIndicator> unread = indicators.stream().filter(i -> !all.containsKey(i)).toList();
    if (unread.isEmpty()) {
      return all;
    }
    if (remembered.size() > LARGEST) {
      remembered.clear();
    }
    readings
        .read(unread, sources, asOf)
        .forEach(
            (indicator, outcome) -> {
              all.put(indicator, outcome.reading());
              remember(new Place(indicator, sources, asOf), outcome);
            });
    return all;
  }

  private void remember(Place place, Outcome outcome) {
    if (outcome.failure().isEmpty()) {
      remembered.put(place, outcome.reading());
    }
  }
}
