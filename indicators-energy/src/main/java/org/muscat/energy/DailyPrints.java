package org.muscat.energy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final double MISPLACED = 6;

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
    Series daily = daily(known);
    return longestRun(daily) < STUCK ? daily : withoutRuns(daily);
  }

  /** The latest print of each day. A run of equal prints is one of days, so this comes first. */
  private static Series daily(Series known) {
    for (int i = 1; i < known.size(); i++) {
      // Most prints are a day or more apart, which is told without a division.
      if (known.millis(i) - known.millis(i - 1) < DAY
          && known.epochDay(i) == known.epochDay(i - 1)) {
        int last = known.size() - 1;
        return only(known, j -> j == last || known.epochDay(j) != known.epochDay(j + 1));
      }
    }
    return known;
  }

  /** How many prints in a row are equal at most. */
  private static int longestRun(Series daily) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < daily.size(); i++) {
      run = i > 0 && daily.value(i) == daily.value(i - 1) ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static Series withoutRuns(Series daily) {
    int[] runs = runs(daily);
    return only(daily, i -> runs[i] < STUCK || i == 0 || daily.value(i) != daily.value(i - 1));
  }

  /** Of each print, how many equal ones in a row it is one of. */
  private static int[] runs(Series daily) {
    int[] runs = new int[daily.size()];
    int start = 0;
    for (int end = 1; end <= runs.length; end++) {
      if (end == runs.length || daily.value(end) != daily.value(start)) {
        Arrays.fill(runs, start, end, end - start);
        start = end;
      }
    }
    return runs;
  }

  /** The points with an index that is kept. */
  private static Series only(Series known, IntPredicate kept) {
    int[] indices = IntStream.range(0, known.size()).filter(kept).toArray();
    return Series.of(
        known.name(),
        IntStream.of(indices).mapToLong(known::millis).toArray(),
        IntStream.of(indices).mapToDouble(known::value).toArray());
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

  /**
   * The prints that count, of which one is wanted alone; they may be negative. All of their steps
   * are looked at: which day is chosen may depend on another series.
   */
  static Series level(Series known) throws NoReadingException {
    Series prints = news(known);
    requireSteps(prints);
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

  /** The points of a day and those before it. */
  static Series upTo(Series series, LocalDate day) {
    int count = series.size();
    while (count > 0 && series.epochDay(count - 1) > day.toEpochDay()) {
      count--;
    }
    return series.first(count);
  }

  static LocalDate day(Series series, int index) {
    return LocalDate.ofEpochDay(series.epochDay(index));
  }
}
