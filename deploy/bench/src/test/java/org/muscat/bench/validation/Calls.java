package org.muscat.bench.validation;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.muscat.spi.Series;

/** Made-up calls at Bab el-Mandeb, so many on each day. */
final class Calls {

  static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private static final long DAY = 86_400_000L;

  private Calls() {}

  /** Some days of 100 calls, then some of 50. */
  static Series halvedAfter(int usualDays, int lowDays) {
    return daily(
        FIRST,
        IntStream.range(0, usualDays + lowDays)
            .mapToDouble(day -> day < usualDays ? 100 : 50)
            .toArray());
  }

  static Series daily(LocalDate first, double... calls) {
    long[] times =
        IntStream.range(0, calls.length)
            .mapToLong(day -> DAY * (first.toEpochDay() + day))
            .toArray();
    return Series.of("transits/bab-el-mandeb/all", times, calls);
  }
}
