package org.muscat.energy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.muscat.spi.Series;

/**
 * The values of two series on the latest UTC day on which both have one.
 *
 * @param observedAt the older of the two moments
 */
record DailyPair(Instant observedAt, double first, double second) {

  /**
   * The pair of the latest day.
   *
   * @param within look-back of both, for the message
   */
  static DailyPair latest(Series first, Series second, Duration within) throws NoReadingException {
    return find(first, second)
        .orElseThrow(
            () ->
                NoReadingException.because(
                    "no day in the last %d d has both '%s' (%d values) and '%s' (%d values)"
                        .formatted(
                            within.toDays(),
                            first.name(),
                            first.size(),
                            second.name(),
                            second.size())));
  }

  /** The pair of the latest day from one to another, both included, if there is one. */
  static Optional<DailyPair> between(LocalDate from, LocalDate to, Series first, Series second) {
    return find(DailyPrints.upTo(first, to), DailyPrints.upTo(second, to))
        .filter(pair -> !pair.day().isBefore(from));
  }

  private static Optional<DailyPair> find(Series first, Series second) {
    int i = first.size() - 1;
    int j = second.size() - 1;
    while (i >= 0 && j >= 0) {
      long difference = first.epochDay(i) - second.epochDay(j);
      if (difference == 0) {
        long older = Math.min(first.millis(i), second.millis(j));
        return Optional.of(
            new DailyPair(Instant.ofEpochMilli(older), first.value(i), second.value(j)));
      }
      if (difference > 0) {
        i--;
      } else {
        j--;
      }
    }
    return Optional.empty();
  }

  /** The first over the second, which is not zero. */
  double ratio() {
    return first / second;
  }

  /** The day (UTC) of both. */
  LocalDate day() {
    return LocalDate.ofInstant(observedAt, ZoneOffset.UTC);
  }
}
