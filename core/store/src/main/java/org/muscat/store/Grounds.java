package org.muscat.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.muscat.spi.KnownBasis;

/** Counts, observation by observation, on what grounds an input of a view stands. */
final class Grounds {

  private int fetched;
  private int published;
  private int assumed;
  private long newestObserved = Long.MIN_VALUE;
  private long newestKnown = Long.MIN_VALUE;

  void add(long observed, long known, KnownBasis basis) {
    newestObserved = Math.max(newestObserved, observed);
    newestKnown = Math.max(newestKnown, known);
    switch (basis) {
      case FETCHED -> fetched++;
      case PUBLISHED -> published++;
      case ASSUMED -> assumed++;
    }
  }

  /** Of all that was added; empty if nothing was. */
  Optional<Provenance> provenance(Vintage vintage) {
    int count = fetched + published + assumed;
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Provenance(
                vintage.source(),
                vintage.number(),
                Instant.ofEpochMilli(newestObserved),
                Instant.ofEpochMilli(newestKnown),
                bases(),
                count));
  }

  private Map<KnownBasis, Integer> bases() {
    Map<KnownBasis, Integer> bases = new EnumMap<>(KnownBasis.class);
    bases.put(KnownBasis.FETCHED, fetched);
    bases.put(KnownBasis.PUBLISHED, published);
    bases.put(KnownBasis.ASSUMED, assumed);
    bases.values().removeIf(number -> number == 0);
    return bases;
  }
}
