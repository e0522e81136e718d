package org.muscat.energy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.muscat.spi.Series;

/** Several series on the newest UTC days on which all have a value. */
final class CommonDays {

  private final List<Series> series;

  /** Of each series, where those days are, oldest first. */
  private final int[][] places;

  private CommonDays(List<Series> series, int[][] places) {
    this.series = series;
    this.places = places;
  }

  /**
   * The newest common days.
   *
   * @param count how many are needed, at least 1
   * @param series at least one, each with one point a day
   * @param within days of look-back, for the message
   */
  static CommonDays newest(int count, List<Series> series, long within) throws NoReadingException {
    int[][] places = new int[series.size()][count];
    int[] next = series.stream().mapToInt(one -> one.size() - 1).toArray();
    int left = count;
    while (left > 0 && step(series, next)) {
      left--;
      for (int i = 0; i < next.length; i++) {
        places[i][left] = next[i]--;
      }
    }
    if (left > 0) {
      throw NoReadingException.because(
          "%d days within %d d must have all of %s, %d do"
              .formatted(count, within, names(series), count - left));
    }
    return new CommonDays(series, places);
  }

  /** How many there are. */
  int count() {
    return places[0].length;
  }

  /** The index of the point of a series that lies on one of these days, oldest first. */
  int place(int column, int day) {
    return places[column][day];
  }

  /** The values of one series on those days alone. */
  double[] values(int column) {
    Series one = series.get(column);
    double[] values = new double[places[column].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = one.value(places[column][i]);
    }
    return values;
  }

  /** One series with those days alone. */
  Series column(int column) {
    Series one = series.get(column);
    int first = place(column, 0);
    int last = place(column, count() - 1);
    if (last - first == count() - 1) {
      return one.first(last + 1).last(count());
    }
    long[] times = new long[count()];
    for (int i = 0; i < times.length; i++) {
      times[i] = one.millis(places[column][i]);
    }
    return Series.of(one.name(), times, values(column));
  }

  /** The oldest of the moments of the newest day. */
  Instant observedAt() {
    long oldest = Long.MAX_VALUE;
    for (int i = 0; i < places.length; i++) {
      oldest = Math.min(oldest, series.get(i).millis(places[i][places[i].length - 1]));
    }
    return Instant.ofEpochMilli(oldest);
  }

  /** Goes back to the newest common day at or before where the series stand; if one is left. */
  private static boolean step(List<Series> series, int[] next) {
    long day = Long.MAX_VALUE;
    int agreed = 0;
    for (int i = 0; agreed < next.length; i = i + 1 == next.length ? 0 : i + 1) {
      Series one = series.get(i);
      long its = Long.MAX_VALUE;
      while (next[i] >= 0 && (its = one.epochDay(next[i])) > day) {
        next[i]--;
      }
      if (next[i] < 0) {
        return false;
      }
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
