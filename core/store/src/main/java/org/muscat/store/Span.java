package org.muscat.store;

import java.time.Instant;

/**
 * What a vintage is about, from its first observation to its last. Immutable.
 *
 * @param first the earliest observed-at
 * @param last the latest observed-at
 */
public record Span(Instant first, Instant last) {

  /** Whether a moment lies in it, both ends included. */
  public boolean includes(Instant observedAt) {
    Instant stored = Instant.ofEpochMilli(Times.atOrAfter(observedAt));
    return !stored.isBefore(first) && !stored.isAfter(last);
  }
}
