package org.muscat.server.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/** Reads lengths of time that may be counted in months and years. */
public final class Periods {

  private Periods() {}

  /**
   * A period such as {@code P90D}, {@code P1M}, {@code P2Y} or {@code PT12H}; empty if the text is
   * none, or not longer than nothing.
   */
  public static Optional<TemporalAmount> read(String text) {
    try {
      TemporalAmount period = text.contains("T") ? Duration.parse(text) : Period.parse(text);
      return before(Instant.EPOCH, period).isBefore(Instant.EPOCH)
          ? Optional.of(period)
          : Optional.empty();
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /**
   * The moment that lies a period before another, by the calendar of UTC.
   *
   * @throws DateTimeException if there is no such moment
   * @throws ArithmeticException if there is no such moment
   */
  public static Instant before(Instant moment, TemporalAmount period) {
    return moment.atOffset(ZoneOffset.UTC).minus(period).toInstant();
  }
}
