package org.muscat.store;

import java.time.Instant;
import java.util.Comparator;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/** A delivered observation, ready to be compared with what is stored. */
record Fact(Identity identity, long known, KnownBasis basis, Content content) {

  /** By identity, then known-at. */
  static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::identity)
          .thenComparingLong(Fact::known)
          .thenComparing(Fact::basis);

  static Fact of(Observation observation, Instant recordedAt) {
    return new Fact(
        new Identity(Times.atOrAfter(observation.observedAt()), observation.key()),
        Times.atOrAfter(observation.knownAt().orElse(recordedAt)),
        observation.knownBasis(),
        Content.of(observation));
  }
}
