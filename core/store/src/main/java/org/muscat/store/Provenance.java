package org.muscat.store;

import java.time.Instant;
import java.util.Map;
import org.muscat.spi.KnownBasis;

/**
 * Where the observations of one input of a view come from.
 *
 * @param source who said them
 * @param vintage the epoch of that source
 * @param newestObservedAt the latest observed-at among them
 * @param newestKnownAt the latest moment at which one of them first could be known
 * @param bases how many of them stand on which grounds
 * @param count how many there are, at least one
 */
public record Provenance(
    String source,
    int vintage,
    Instant newestObservedAt,
    Instant newestKnownAt,
    Map<KnownBasis, Integer> bases,
    int count) {

  public Provenance {
    bases = Map.copyOf(bases);
  }
}
