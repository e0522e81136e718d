package org.muscat.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.muscat.spi.KnownBasis;

/** Counts, observation by observation, on what grounds an input of a view stands. */
final class Grounds {

  private final Map<KnownBasis, Integer> bases = new EnumMap<>(KnownBasis.class);
  private long newestObserved = Long.MIN_VALUE;
  private long newestKnown = Long.MIN_VALUE;
  private int count;

  void add(long observed, long known, KnownBasis basis) {
    newestObserved = Math.max(newestObserved, observed);
    newestKnown = Math.max(newestKnown, known);
    bases.merge(basis, 1, Integer::sum);
    count++;
  }

  /** Of all that was added; empty if nothing was. */
  Optional<Provenance> provenance(Vintage vintage) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Provenance(
                vintage.source(),
                vintage.number(),
                Instant.ofEpochMilli(newestObserved),
                Instant.ofEpochMilli(newestKnown),
                bases,
                count));
  }
}
