package org.muscat.engine.theatre;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The fixed grid of everything with memory: every day at 00:00 UTC (method, section 2.8). */
public final class Grid {

  /** From one point to the next. */
  public static final Duration STEP = Duration.ofDays(1);

  private Grid() {}

  /** Whether a moment is a point of the grid. */
  public static boolean isPoint(Instant moment) {
    return atOrBefore(moment).equals(moment);
  }

  /** The last point at or before a moment. */
  public static Instant atOrBefore(Instant moment) {
    return moment.truncatedTo(ChronoUnit.DAYS);
  }

  /** The last point before a moment. */
  public static Instant before(Instant moment) {
    return atOrBefore(moment.minusNanos(1));
  }

  /** The first point at or after a moment. */
  public static Instant atOrAfter(Instant moment) {
    Instant before = atOrBefore(moment);
    return before.equals(moment) ? before : before.plus(STEP);
  }
}
