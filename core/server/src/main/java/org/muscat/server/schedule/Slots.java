package org.muscat.server.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The moments at which something is to be done, for ever, whoever asks and whenever: they depend on
 * nothing that happened. Whole milliseconds, in UTC. Immutable; safe for any thread.
 */
public interface Slots {

  /** None, ever. */
  Slots NEVER =
      new Slots() {
        @Override
        public Optional<Instant> atOrBefore(Instant moment) {
          return Optional.empty();
        }

        @Override
        public Optional<Instant> after(Instant moment) {
          return Optional.empty();
        }
      };

  /** The last slot that is not later than a moment. */
  Optional<Instant> atOrBefore(Instant moment);

  /** The first slot that is later than a moment. */
  Optional<Instant> after(Instant moment);

  /**
   * The multiples of a length of time, counted from 1970-01-01T00:00Z: {@code PT15M} is each
   * quarter of an hour, {@code P1D} is 00:00 UTC.
   *
   * @param length whole milliseconds, at least one
   * @throws IllegalArgumentException if it is not
   */
  static Slots every(Duration length) {
    return new IntervalSlots(length);
  }

  /**
   * The moments of a cron line of five fields: minute, hour, day of the month, month, day of the
   * week.
   *
   * @param zone whose clocks the line is about
   * @throws IllegalArgumentException if it is no cron line, or never comes; says why
   */
  static Slots cron(String line, ZoneId zone) {
    return new CronSlots(line, zone);
  }
}
