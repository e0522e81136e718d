package org.muscat.server.index;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.muscat.host.BoundIndicator;
import org.muscat.host.CallFailed;
import org.muscat.spi.Reading;

/**
 * The readings of one moment. Immutable.
 *
 * @param asOf the moment
 * @param readings by indicator
 * @param failure of a reading that failed for a reason of the moment, such as a deadline; then
 *     asking again may give something else, and nothing may remember this
 */
record Taken(Instant asOf, Map<BoundIndicator, Reading> readings, Optional<CallFailed> failure) {

  Taken {
    readings = Map.copyOf(readings);
  }

  /** Whether asking again would give the same. */
  boolean isFirm() {
    return failure.isEmpty();
  }

  /** What a member of a theatre read. */
  Reading of(BoundMember member) {
    Reading reading = readings.get(member.indicator());
    if (reading == null) {
      throw new IllegalStateException("'" + member.id() + "' was not read as of " + asOf);
    }
    return reading;
  }
}
