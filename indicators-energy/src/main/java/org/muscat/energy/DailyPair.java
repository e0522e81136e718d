package org.muscat.energy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.muscat.spi.Series;

/**
 * The values of two series on the latest UTC day on which both have one.
 *
 * @param observedAt the older of the two moments
 */
record DailyPair(Instant observedAt, double first, double second) {

  static DailyPair latest(Series first, Series second) throws NoReadingException {
    int i = first.size() - 1;
    int j = second.size() - 1;
    while (i >= 0 && j >= 0) {
      long difference = first.epochDay(i) - second.epochDay(j);
      if (difference == 0) {
        long older = Math.min(first.millis(i), second.millis(j));
        return new DailyPair(Instant.ofEpochMilli(older), first.value(i), second.value(j));
      }
      if (difference > 0) {
        i--;
      } else {
        j--;
      }
    }
    throw NoReadingException.because(
        "no day in the last %d d has both '%s' (%d values) and '%s' (%d values)"
            .formatted(
                Prices.PAIR_LOOK_BACK.toDays(),
                first.name(),
                first.size(),
                second.name(),
                second.size()));
  }

  /** The day (UTC) of both. */
  LocalDate day() {
    return LocalDate.ofInstant(observedAt, ZoneOffset.UTC);
  }
}
