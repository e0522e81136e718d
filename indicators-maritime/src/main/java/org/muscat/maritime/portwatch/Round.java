package org.muscat.maritime.portwatch;

import java.util.Optional;
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
  private boolean isUnderWay;
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
    isUnderWay = true;
    isFirst = first;
    anyRead = false;
    why = null;
  }

  /** Whether one has begun; none has after a restart, whatever the cursor says. */
  boolean isUnderWay() {
    return isUnderWay;
  }

  void read(Strait strait) {
    anyRead = true;
    // Each time: gauges may be older than this feed, and say 1.
    meters.gauge(UNREAD, 0, "strait", strait.word());
  }

  void missed(Strait strait, FeedException reason) {
    why = why == null ? reason : why;
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
