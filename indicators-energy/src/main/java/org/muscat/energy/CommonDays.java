package org.muscat.energy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.muscat.spi.Series;

/**
 * Several series on the newest UTC days on which all have a value.
 *
 * @param columns the series, of one length, with those days alone
 */
record CommonDays(List<Series> columns) {

  /**
   * The newest common days.
   *
   * @param count how many are needed, at least 1
   * @param series at least one, each with one point a day
   * @param within days of look-back, for the message
   */
  static CommonDays newest(int count, List<Series> series, long within) throws NoReadingException {
    double[][] values = new double[series.size()][count];
    long[][] times = new long[series.size()][count];
    int[] next = series.stream().mapToInt(one -> one.size() - 1).toArray();
    int left = count;
    while (left > 0 && step(series, next)) {
      left--;
      for (int i = 0; i < next.length; i++) {
        times[i][left] = series.get(i).millis(next[i]);
        values[i][left] = series.get(i).value(next[i]--);
      }
    }
    if (left > 0) {
      throw NoReadingException.because(
          "%d days within %d d must have all of %s, %d do"
              .formatted(count, within, names(series), count - left));
    }
    List<Series> columns = new ArrayList<>();
    for (int i = 0; i < next.length; i++) {
      columns.add(Series.of(series.get(i).name(), times[i], values[i]));
    }
    return new CommonDays(List.copyOf(columns));
  }

  /** The oldest of the moments of the newest day. */
  Instant observedAt() {
    return columns.stream().map(Series::lastTime).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** Goes back to the newest common day at or before where the series stand; if one is left. */
  private static boolean step(List<Series> series, int[] next) {
    long day = Long.MAX_VALUE;
    int agreed = 0;
    for (int i = 0; agreed < next.length; i = (i + 1) % next.length) {
      Series one = series.get(i);
      while (next[i] >= 0 && one.epochDay(next[i]) > day) {
        next[i]--;
      }
      if (next[i] < 0) {
        return false;
      }
      long its = one.epochDay(next[i]);
      agreed = its == day ? agreed + 1 : 1;
      day = its;
    }
    return true;
  }

  private static String names(List<Series> series) {
    return series.stream()
        .map(one -> "'" + one.name() + "' (" + one.size() + " values)")
        .collect(Collectors.joining(", "));
  }
}
