package org.muscat.maritime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.muscat.spi.Series;
import org.muscat.toolkit.SevenDayMean;

/**
 * The share of the first of some daily series in the sum of all, by the means of seven days, on the
 * days that each of them has. Immutable.
 */
final class Shares {

  private final List<Series> parts;
  private final long[] days;
  private final double[] shares;

  private Shares(List<Series> parts, long[] days, double[] shares) {
    this.parts = parts;
    this.days = days;
    this.shares = shares;
  }

  static Shares of(List<Series> parts) {
    List<Series> daily = parts.stream().map(TransitRatios::lastOfEachDay).toList();
    Series first = daily.get(0);
    List<Map<Long, Double>> others =
        daily.subList(1, daily.size()).stream().map(Shares::meansByDay).toList();
    long[] days = new long[first.size()];
    double[] shares = new double[first.size()];
    int size = 0;
    for (int i = 0; i < first.size(); i++) {
      long day = first.epochDay(i);
      OptionalDouble part = SevenDayMean.at(first, i);
      if (part.isPresent() && others.stream().allMatch(means -> means.containsKey(day))) {
        double sum =
            part.getAsDouble() + others.stream().mapToDouble(means -> means.get(day)).sum();
        if (sum > 0) {
          days[size] = day;
          shares[size] = part.getAsDouble() / sum;
          size++;
        }
      }
    }
    return new Shares(parts, Arrays.copyOf(days, size), Arrays.copyOf(shares, size));
  }

  private static Map<Long, Double> meansByDay(Series series) {
    Map<Long, Double> means = new HashMap<>();
    for (int i = 0; i < series.size(); i++) {
      long day = series.epochDay(i);
      SevenDayMean.at(series, i).ifPresent(mean -> means.put(day, mean));
    }
    return means;
  }

  boolean isEmpty() {
    return shares.length == 0;
  }

  int size() {
    return shares.length;
  }

  double mean() {
    return Arrays.stream(shares).average().orElseThrow();
  }

  double last() {
    return shares[shares.length - 1];
  }

  /** The start of the last day that has a share. */
  Instant lastTime() {
    return Instant.ofEpochSecond(86_400L * days[days.length - 1]);
  }

  /** Whether there is a share on or after a day. */
  boolean reaches(LocalDate day) {
    return !isEmpty() && days[days.length - 1] >= day.toEpochDay();
  }

  /** Those of the days from one to another, both included. */
  Shares between(LocalDate from, LocalDate until) {
    int start = position(from.toEpochDay());
    int end = Math.max(start, position(until.toEpochDay() + 1));
    return new Shares(
        parts, Arrays.copyOfRange(days, start, end), Arrays.copyOfRange(shares, start, end));
  }

  /** Why no day has a share. */
  String whyNone() {
    List<String> empty =
        parts.stream().filter(Series::isEmpty).map(series -> "'" + series.name() + "'").toList();
    return empty.isEmpty()
        ? "no day has %d of 7 days of each of %s"
            .formatted(SevenDayMean.LEAST_DAYS, parts.stream().map(Series::name).toList())
        : "no point of %s is known".formatted(String.join(", ", empty));
  }

  private int position(long day) {
    int found = Arrays.binarySearch(days, day);
    return found >= 0 ? found : -found - 1;
  }
}
