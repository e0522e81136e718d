package org.muscat.server.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;
import org.muscat.store.Origin;
import org.muscat.store.Span;
import org.muscat.store.VintageBreaks;

/**
 * What the store held when a feed was asked from the beginning: another feed of the same source
 * told it, or an import, or this one before it lost its cursor. What the feed assumes of that past
 * would come before what was said of it at the time. For one thread.
 */
final class Held {

  private final VintageBreaks breaks;
  private final Map<Origin, Integer> before;
  private final Map<Origin, Optional<Span>> spans = new HashMap<>();

  private Held(VintageBreaks breaks, Map<Origin, Integer> before) {
    this.breaks = breaks;
    this.before = before;
  }

  /** For a feed that goes on from a cursor. */
  static Held nothing(VintageBreaks breaks) {
    return new Held(breaks, Map.of());
  }

  /** For a feed that begins, before anything of it is stored. */
  static Held now(VintageBreaks breaks) {
    return new Held(breaks, breaks.current());
  }

  /** The observation, known from now on if it is only assumed and of what is held. */
  Observation corrected(Observation one, Origin origin, Instant now) {
    return holds(origin, one.observedAt()) ? knownNow(one, now) : one;
  }

  /** What a feed assumes of the past it was told first; what is told anew nobody knew before. */
  static Observation knownNow(Observation one, Instant now) {
    return one.knownBasis() == KnownBasis.ASSUMED ? one.knownAt(now, KnownBasis.FETCHED) : one;
  }

  private boolean holds(Origin origin, Instant observedAt) {
    Integer vintage = before.get(origin);
    if (vintage == null) {
      return false;
    }
    int number = vintage;
    return spans
        .computeIfAbsent(origin, first -> breaks.span(origin, number))
        .filter(span -> span.includes(observedAt))
        .isPresent();
  }
}
