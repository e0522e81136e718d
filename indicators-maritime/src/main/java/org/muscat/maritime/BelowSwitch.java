package org.muscat.maritime;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On after the ratio stayed below a threshold for some days, off after it stayed a margin above it
 * for some days; unknown until either has happened. A day without a ratio neither counts nor
 * interrupts.
 */
final class BelowSwitch {

  enum Position {
    UNKNOWN,
    ON,
    OFF
  }

  private final double threshold;
  private final double margin;
  private final long onDays;
  private final long offDays;
  private Position position = Position.UNKNOWN;
  private @Nullable LocalDate since;
  private boolean runIsLow;
  private @Nullable LocalDate runStart;
  private long runDays;

  BelowSwitch(double threshold, double margin, long onDays, long offDays) {
    this.threshold = threshold;
    this.margin = margin;
    this.onDays = onDays;
    this.offDays = offDays;
  }

  /**
   * One step.
   *
   * @param days how many days the ratio stands for
   */
  void step(LocalDate date, double ratio, int days) {
    boolean low = ratio < (position == Position.ON ? threshold + margin : threshold);
    if (runStart == null || low != runIsLow) {
      runIsLow = low;
      runStart = date;
      runDays = 0;
    }
    runDays += days;
    Position next = low ? Position.ON : Position.OFF;
    if (next != position && runDays >= (low ? onDays : offDays)) {
      position = next;
      since = runStart;
    }
  }

  Position position() {
    return position;
  }

  /** The first day of the run that brought the present position; null while it is unknown. */
  @Nullable LocalDate since() {
    return since;
  }
}
