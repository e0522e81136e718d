package org.muscat.server.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import org.muscat.engine.theatre.Grid;
import org.muscat.server.config.Periods;

/**
 * What a report is about. Immutable.
 *
 * @param from its beginning, the start of a day (00:00 UTC)
 * @param asOf its end: nothing that was known later is in it
 */
public record ReportPeriod(Instant from, Instant asOf) {

  /** Ten years and a day: a longer report has more rows than anybody reads. */
  private static final int MOST_DAYS = 3_654;

  /**
   * A period that begins with the day of a moment.
   *
   * @throws IllegalArgumentException if it begins after its end, or is longer than ten years
   */
  public static ReportPeriod between(Instant from, Instant asOf) {
    if (from.isAfter(asOf)) {
      throw new IllegalArgumentException(
          "a report from " + from + " to " + asOf + " ends before it begins; swap them");
    }
    Instant begin = Grid.atOrBefore(from);
    if (Duration.between(begin, asOf).toDays() > MOST_DAYS) {
      throw new IllegalArgumentException(
          "a report from " + begin + " to " + asOf + " is longer than ten years; choose less");
    }
    return new ReportPeriod(begin, asOf);
  }

  /**
   * The period of a length that ends at a moment.
   *
   * @throws IllegalArgumentException if it is longer than ten years
   */
  public static ReportPeriod before(Instant asOf, TemporalAmount length) {
    try {
      return between(Periods.before(asOf, length), asOf);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("there is no moment " + length + " before " + asOf, e);
    }
  }
}
