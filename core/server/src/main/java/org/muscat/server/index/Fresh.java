package org.muscat.server.index;

import java.time.Duration;
import java.time.Instant;
import org.muscat.engine.Staleness;
import org.muscat.server.index.Assessment.StatusWord;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;

/** Tells readings that are too old. */
final class Fresh {

  private Fresh() {}

  static boolean isFresh(Measured measured, Instant asOf, Duration maxAge) {
    return Staleness.isFresh(measured, asOf, maxAge);
  }

  /** A status that is too old is not known. */
  static StatusWord word(BoundMember member, Reading reading, Instant asOf) {
    Duration maxAge = member.indicator().uncertainty().maxAge();
    boolean isOld =
        reading instanceof Measured measured
            && Duration.between(measured.observedAt(), asOf).compareTo(maxAge) > 0;
    return new StatusWord(
        member,
        isOld
            ? new NoData(
                "last data of " + ((Measured) reading).observedAt() + " are older than " + maxAge)
            : reading);
  }
}
