package org.muscat.server.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A clock that walks through recorded days, one whole day at a time, and begins again after the
 * last one. Safe for any thread.
 */
public final class ReplayClock extends Clock {

  private final Clock real;
  private final Instant started;
  private final LocalDate first;
  private final long days;
  private final Duration perDay;

  /**
   * A replay that begins now.
   *
   * @param real the time that passes
   * @param first the day it begins with
   * @param last the day after which it begins again
   * @param perDay how long a recorded day takes
   */
  public ReplayClock(Clock real, LocalDate first, LocalDate last, Duration perDay) {
    if (last.isBefore(first) || perDay.isZero() || perDay.isNegative()) {
      throw new IllegalArgumentException(
          "cannot replay " + first + " to " + last + " at " + perDay + " a day");
    }
    this.real = real;
    this.started = real.instant();
    this.first = first;
    this.days = ChronoUnit.DAYS.between(first, last) + 1;
    this.perDay = perDay;
  }

  /** The start (00:00 UTC) of the day that the replay has reached. */
  @Override
  public Instant instant() {
    long passed = Duration.between(started, real.instant()).dividedBy(perDay);
    return first.plusDays(Math.floorMod(passed, days)).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** The same replay: it has no other zone than UTC. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
