package org.muscat.maritime.portwatch;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.FeedException;
import org.muscat.spi.meter.Meters;

/**
 * What comes of the straits of a round. One that cannot be read costs none of the others; the gauge
 * {@code strait_unread} says which are such. Not safe for several threads.
 */
final class Round {

  private static final String UNREAD = "strait_unread";

  private final Meters meters;
  private final Set<Strait> unread = EnumSet.noneOf(Strait.class);
  private boolean isFirst;
  private boolean anyRead;
  private @Nullable FeedException why;

  Round(Meters meters) {
    this.meters = meters;
  }

  /**
   * Begins a round.
   *
   * @param first whether none of the straits was read before: their whole history is asked for
   */
  void begin(boolean first) {
    isFirst = first;
    anyRead = false;
    why = null;
  }

  void read(Strait strait) {
    anyRead = true;
    if (unread.remove(strait)) {
      meters.gauge(UNREAD, 0, "strait", strait.word());
    }
  }

  void missed(Strait strait, FeedException reason) {
    why = why == null ? reason : why;
    unread.add(strait);
    meters.gauge(UNREAD, 1, "strait", strait.word());
  }

  /**
   * Why the round failed as a whole, if it did: nothing could be read, or not all of a history that
   * was to be told whole. The host must not take such a history for one.
   */
  Optional<FeedException> failure() {
    return Optional.ofNullable(why).filter(first -> isFirst || !anyRead);
  }
}
