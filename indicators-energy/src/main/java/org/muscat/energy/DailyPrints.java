package org.muscat.energy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;
import org.muscat.spi.Series;
import org.muscat.toolkit.Returns;

/**
 * The prints of a daily market that say something, and whether they can be believed.
 *
 * <ul>
 *   <li>A day has one print, its latest.
 *   <li>A print that repeats the one before may be a market that did not move or a source that did
 *       not, so it does not count before another print follows: until then the reading only ages.
 *   <li>Of {@value #STUCK} or more equal prints in a row only the first counts: the others are no
 *       calm days but none.
 *   <li>A step by a factor of {@value #MISPLACED} or more from one print to the next is a decimal
 *       point in the wrong place: nothing is read while it lies in the window. The largest step of
 *       the recorded series is 4.2 (Henry Hub, 2024-01-12).
 *   <li>A price that is not positive has no log return: nothing is read while it lies in the window
 *       that returns are taken of.
 * </ul>
 */
final class DailyPrints {

  private static final int STUCK = 4;
  private static final double MISPLACED = 6;
  private static final long DAY_MILLIS = 86_400_000L;

  private DailyPrints() {}

  /** The prints that count. */
  static Series news(Series known) {
    Series prints = unstuck(known);
    int count = prints.size();
    while (count > 1 && prints.value(count - 1) == prints.value(count - 2)) {
      count--;
    }
    return count == prints.size() ? prints : prints.first(count);
  }

  /** The prints, one a day, without what a stuck source repeats. */
  static Series unstuck(Series known) {
    if (!hasRepeats(known)) {
      return known;
    }
    long[] times = new long[known.size()];
    double[] values = new double[known.size()];
    int count = 0;
    int i = 0;
    while (i < known.size()) {
      int end = i + 1;
      while (end < known.size() && known.value(end) == known.value(i)) {
        end++;
      }
      int kept = end - i >= STUCK ? i + 1 : end;
      for (int j = i; j < kept; j++) {
        if (j + 1 == known.size() || known.epochDay(j + 1) != known.epochDay(j)) {
          times[count] = known.millis(j);
          values[count] = known.value(j);
          count++;
        }
      }
      i = end;
    }
    return Series.of(known.name(), Arrays.copyOf(times, count), Arrays.copyOf(values, count));
  }

  private static boolean hasRepeats(Series known) {
    int equal = 1;
    for (int i = 1; i < known.size(); i++) {
      equal = known.value(i) == known.value(i - 1) ? equal + 1 : 1;
      if (equal == STUCK
          || (known.millis(i) - known.millis(i - 1) < DAY_MILLIS
              && known.epochDay(i) == known.epochDay(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Seven calendar days hold five returns or, with holidays, somewhat fewer. */
  static Duration lookBack(int returns) {
    return Duration.ofDays(2L * returns + 14);
  }

  /** The newest prices that a number of returns is taken of, all believed. */
  static Series forReturns(Series known, int returns) throws NoReadingException {
    Series prints = news(known);
    if (prints.size() < returns + 1) {
      throw NoReadingException.because(
          "%d returns of '%s' need %d prices within %d d, %d are known%s"
              .formatted(
                  returns,
                  known.name(),
                  returns + 1,
                  lookBack(returns).toDays(),
                  prints.size(),
                  repeats(known.size() - prints.size())));
    }
    return believed(prints.last(returns + 1));
  }

  private static String repeats(int count) {
    return count == 0 ? "" : ", without " + count + " that repeat the one before";
  }

  /** These prices, if all are positive and no step is a misplaced decimal point. */
  static Series believed(Series prices) throws NoReadingException {
    OptionalInt nonPositive = Returns.firstNonPositive(prices);
    if (nonPositive.isPresent()) {
      int index = nonPositive.getAsInt();
      throw NoReadingException.because(
          "'%s' on %s is %s: a price that is not positive has no log return"
              .formatted(prices.name(), day(prices, index), prices.value(index)));
    }
    requireSteps(prices);
    return prices;
  }

  /** The prints that count, of which the newest is wanted alone; they may be negative. */
  static Series level(Series known) throws NoReadingException {
    Series prints = news(known);
    requireSteps(prints.last(2));
    return prints;
  }

  private static void requireSteps(Series prints) throws NoReadingException {
    for (int i = 1; i < prints.size(); i++) {
      double before = prints.value(i - 1);
      double after = prints.value(i);
      if (before > 0 && after > 0 && (after >= MISPLACED * before || before >= MISPLACED * after)) {
        throw NoReadingException.suspect(
            ("'%s' goes from %s to %s on %s: a misplaced decimal point, until it is revised or"
                    + " leaves the window")
                .formatted(prints.name(), before, after, day(prints, i)));
      }
    }
  }

  static LocalDate day(Series series, int index) {
    return LocalDate.ofEpochDay(series.epochDay(index));
  }
}
