package org.muscat.server.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

  private record Identity(Origin origin, Instant observedAt, String key) {

    static Identity of(Observation one, Function<Observation, Origin> origin) {
      return new Identity(origin.apply(one), one.observedAt(), one.key());
    }
  }

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

  /**
   * The observations, known from now on where that is only assumed and of what is held. Of several
   * versions of one observation only the last can be what is known now; the others are left out.
   */
  List<Observation> corrected(
      List<Observation> told, Function<Observation, Origin> origin, Instant now) {
    Map<Identity, Instant> last = new HashMap<>();
    for (Observation one : told) {
      if (isAssumed(one) && holds(origin.apply(one), one.observedAt())) {
        last.merge(Identity.of(one, origin), assumed(one), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return told.stream()
        .filter(one -> !isAssumed(one) || !isSuperseded(one, last.get(Identity.of(one, origin))))
        .map(one -> holds(origin.apply(one), one.observedAt()) ? knownNow(one, now) : one)
        .toList();
  }

  private static boolean isSuperseded(Observation one, @Nullable Instant last) {
    return last != null && assumed(one).isBefore(last);
  }

  private static boolean isAssumed(Observation one) {
    return one.knownBasis() == KnownBasis.ASSUMED;
  }

  private static Instant assumed(Observation one) {
    return one.knownAt().orElse(Instant.MAX);
  }

  /** What a feed assumes of the past it was told first; what is told anew nobody knew before. */
  static Observation knownNow(Observation one, Instant now) {
    return isAssumed(one) ? one.knownAt(now, KnownBasis.FETCHED) : one;
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
