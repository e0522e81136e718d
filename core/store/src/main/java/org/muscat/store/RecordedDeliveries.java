package org.muscat.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.spi.Observation;

/** Puts versions that were recorded elsewhere into deliveries again. */
final class RecordedDeliveries {

  private record Place(Instant recordedAt, String source, int vintage) {}

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::recordedAt)
          .thenComparing(Place::source)
          .thenComparingInt(Place::vintage);

  /**
   * A delivery that was recorded elsewhere.
   *
   * @param facts of its observations, by identity: a version that was put back is known later than
   *     its delivery was recorded
   */
  record Recorded(Delivery delivery, Map<Observation, Fact> facts) {}

  private RecordedDeliveries() {}

  /** One for each moment, source and vintage, in the order in which they were recorded. */
  static List<Recorded> of(List<StoredVersion> versions) {
    Map<Place, Map<Observation, Fact>> places = new TreeMap<>(ORDER);
    for (StoredVersion version : versions) {
      places
          .computeIfAbsent(
              new Place(version.recordedAt(), version.source(), version.vintage()),
              place -> new IdentityHashMap<>())
          .put(version.observation(), version.fact());
    }
    List<Recorded> deliveries = new ArrayList<>();
    places.forEach(
        (place, facts) ->
            deliveries.add(
                new Recorded(
                    new Delivery(
                        place.source(),
                        place.vintage(),
                        place.recordedAt(),
                        List.copyOf(facts.keySet()),
                        null),
                    facts)));
    return deliveries;
  }
}
