package org.muscat.maritime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.muscat.spi.Series;
import org.muscat.toolkit.GatedDay;

/** Made-up transits, counted in days from 1970-01-01. */
final class Days {

  private static final long DAY = 86_400_000L;

  private Days() {}

  static Series daily(double... values) {
    return every(1, values);
  }

  static Series every(int step, double... values) {
    return on(IntStream.range(0, values.length).map(i -> i * step).toArray(), values);
  }

  static Series on(int[] days, double... values) {
    return Series.of(
        "transits/hormuz/all", IntStream.of(days).mapToLong(d -> d * DAY).toArray(), values);
  }

  static double[] constant(int days, double value) {
    double[] values = new double[days];
    Arrays.fill(values, value);
    return values;
  }

  /** A day with this transit ratio. */
  static TransitRatio ratio(long day, double q) {
    return new TransitRatio(
        new GatedDay(Instant.ofEpochMilli(day * DAY), 100 * q, 100, 100, 730, null));
  }

  static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }
}
