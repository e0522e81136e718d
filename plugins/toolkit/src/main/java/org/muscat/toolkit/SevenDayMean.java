package org.muscat.toolkit;

import java.util.OptionalDouble;
import org.muscat.spi.Series;

/**
 * The mean over the observed days among the last seven (method, section 3). A missing day is left
 * out, never filled; an older one does not stand in for it.
 */
public final class SevenDayMean {

  /** Fewest observed days among the seven that make a mean. */
  public static final int LEAST_DAYS = 5;

  private static final int DAYS = 7;

  private SevenDayMean() {}

  /**
   * The mean of the seven days that end with a point.
   *
   * @param series one point a day
   * @return the mean in the unit of the series; empty if fewer than five of the days are observed
   */
  public static OptionalDouble at(Series series, int index) {
    long before = series.epochDay(index) - DAYS;
    double sum = 0;
    int count = 0;
    for (int i = index; i >= 0 && series.epochDay(i) > before; i--) {
      sum += series.value(i);
      count++;
    }
    return count < LEAST_DAYS ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }
}
