package org.muscat.store;

import java.time.Instant;

/**
 * Moments as the store keeps them: milliseconds since 1970-01-01 UTC. Stored moments are rounded up
 * and as-of moments down, so that rounding never makes anything known too early.
 */
final class Times {

  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);

  private Times() {}

  /** The first millisecond at or after a moment. */
  static long atOrAfter(Instant moment) {
    long floor = atOrBefore(moment);
    boolean between = floor < Long.MAX_VALUE && Instant.ofEpochMilli(floor).isBefore(moment);
    return between ? floor + 1 : floor;
  }

  /** The last millisecond at or before a moment. */
  static long atOrBefore(Instant moment) {
    if (moment.isAfter(LAST)) {
      return Long.MAX_VALUE;
    }
    return moment.isBefore(FIRST) ? Long.MIN_VALUE : moment.toEpochMilli();
  }
}
