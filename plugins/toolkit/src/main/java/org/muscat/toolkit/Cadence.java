package org.muscat.toolkit;

import java.util.OptionalDouble;
import org.muscat.spi.Series;

/** How often a series is observed. Windows are declared in days, whatever the cadence. */
public enum Cadence {
  /** One point a day; its level is the mean of seven days. */
  DAILY(1),
  /** One point a week, about the whole week; its level is the value itself. */
  WEEKLY(7);

  private final int days;

  Cadence(int days) {
    this.days = days;
  }

  /** The days that one point stands for. */
  public int days() {
    return days;
  }

  /** The points that cover a number of days, rounded up. */
  public int points(int windowDays) {
    return (windowDays + days - 1) / days;
  }

  /**
   * The level of a series at a point, in its unit: {@code mean7} of the method, section 3.
   *
   * @return the level; empty if too few of the seven days were observed
   */
  public OptionalDouble level(Series series, int index) {
    return this == WEEKLY ? OptionalDouble.of(series.value(index)) : SevenDayMean.at(series, index);
  }
}
