package org.muscat.server.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * The second that was assessed last. What is published is named by its second: two ticks of one
 * would have one name. Is read by any thread, all else is for that of the ticks.
 */
final class TickSecond {

  private final Clock clock;
  private volatile Instant asOf = Instant.MAX;

  /** When the clock was read for it. */
  private Instant readAt = Instant.MAX;

  TickSecond(Clock clock) {
    this.clock = clock;
  }

  /** Whether it begins before a moment. */
  boolean isBefore(Instant moment) {
    return asOf.isBefore(moment);
  }

  /** Now, in another second than the last. A clock that stands still is not waited for. */
  Instant next() {
    Instant now = clock.instant();
    if (now.equals(readAt) || !now.truncatedTo(ChronoUnit.SECONDS).equals(asOf)) {
      return now;
    }
    try {
      // A millisecond more: the timer and the clock are not one.
      TimeUnit.MILLISECONDS.sleep(Duration.between(now, asOf.plusSeconds(1)).toMillis() + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return clock.instant();
  }

  /**
   * The second of a moment is assessed.
   *
   * @return the second
   */
  Instant take(Instant now) {
    readAt = now;
    asOf = now.truncatedTo(ChronoUnit.SECONDS);
    return asOf;
  }
}
