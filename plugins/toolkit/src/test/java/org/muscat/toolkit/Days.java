package org.muscat.toolkit;

import java.util.stream.IntStream;
import org.muscat.spi.Series;

/** Series of days, counted from 1970-01-01. */
final class Days {

  private static final long DAY = 86_400_000L;

  private Days() {}

  /** One value a day from day 0 on. */
  static Series daily(double... values) {
    return every(1, values);
  }

  /** One value every so many days from day 0 on. */
  static Series every(int step, double... values) {
    return on(IntStream.range(0, values.length).map(i -> i * step).toArray(), values);
  }

  static Series on(int[] days, double... values) {
    return Series.of("test/x", IntStream.of(days).mapToLong(d -> d * DAY).toArray(), values);
  }
}
