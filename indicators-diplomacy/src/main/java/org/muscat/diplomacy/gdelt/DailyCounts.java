package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/**
 * Daily counts of one quantity over several dyads: a day counts if all of them are known on it. A
 * dyad of which a day is missing is no dyad without events. Immutable.
 */
final class DailyCounts {

  /** The days whose mean is the usual. */
  static final int BASELINE = 730;

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Series total;
  private final List<String> absent;

  private DailyCounts(Series total, List<String> absent) {
    this.total = total;
    this.absent = absent;
  }

  /** The sum over dyads of a quantity, see {@link RollUp}. */
  static DailyCounts of(SeriesView known, List<Dyad> dyads, String quantity) {
    List<Series> all = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (Dyad dyad : dyads) {
      Series series = known.series(dyad.dailySeries(quantity));
      all.add(series);
      if (series.isEmpty()) {
        absent.add(series.name());
      }
    }
    return new DailyCounts(sum(all), absent);
  }

  private static Series sum(List<Series> all) {
    Series first = all.get(0);
    long[] times = new long[first.size()];
    double[] sums = new double[first.size()];
    int[] at = new int[all.size()];
    int count = 0;
    for (int i = 0; i < first.size(); i++) {
      double sum = 0;
      // What does not begin with a day is not of a day.
      boolean isWhole = first.millis(i) % DAY == 0;
      for (int k = 0; k < all.size() && isWhole; k++) {
        Series series = all.get(k);
        while (at[k] < series.size() && series.millis(at[k]) < first.millis(i)) {
          at[k]++;
        }
        isWhole = at[k] < series.size() && series.millis(at[k]) == first.millis(i);
        sum += isWhole ? series.value(at[k]) : 0;
      }
      if (isWhole) {
        times[count] = first.millis(i);
        sums[count] = sum;
        count++;
      }
    }
    return Series.of(first.name(), Arrays.copyOf(times, count), Arrays.copyOf(sums, count));
  }

  /** The days on which all are known. */
  Series total() {
    return total;
  }

  /** The series in which nothing is known. */
  List<String> absent() {
    return absent;
  }

  /** How many days are known from one to before another, in days since 1970. */
  int days(long from, long to) {
    int days = 0;
    for (int i = 0; i < total.size(); i++) {
      days += total.epochDay(i) >= from && total.epochDay(i) < to ? 1 : 0;
    }
    return days;
  }

  /** The sum of the known days from one to before another. */
  double sum(long from, long to) {
    double sum = 0;
    for (int i = 0; i < total.size(); i++) {
      if (total.epochDay(i) >= from && total.epochDay(i) < to) {
        sum += total.value(i);
      }
    }
    return sum;
  }
}
