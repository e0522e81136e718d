package org.muscat.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that runs faster than time: two ticks are never of the same second of it, so with the
 * clock of the machine a heartbeat of less than a second gives no more than one tick a second.
 */
final class FastClock extends Clock {

  private final long start = System.nanoTime();
  private final Instant first;
  private final double speed;
  private final ZoneId zone;

  /** Says a moment now, and runs on from there. */
  FastClock(Instant first, double speed) {
    this(first, speed, ZoneOffset.UTC);
  }

  private FastClock(Instant first, double speed, ZoneId zone) {
    this.first = first;
    this.speed = speed;
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    return first.plus(Duration.ofNanos((long) ((System.nanoTime() - start) * speed)));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new FastClock(instant(), speed, other);
  }
}
