package org.muscat.diplomacy.gdelt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Indicator;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.toolkit.RobustZ;

/**
 * The mean of the last days of a daily series as a gated robust score against its own past; see
 * {@link TensionSumsProvider}.
 */
final class GatedScore implements Indicator {

  static final int BASELINE = 730;
  static final int SMALLEST_BASELINE = 180;
  static final double GATE = 3;

  private final String input;
  private final int window;
  private final double sign;
  private final Duration maxAge;

  /**
   * How far the newest view was folded. Reading a history day by day would fold its beginning again
   * each day; a view that begins with the same days goes on from here, with the same result.
   */
  private final AtomicReference<@Nullable Folded> newest = new AtomicReference<>();

  /**
   * A baseline that was offered the first days of a series; nobody changes it.
   *
   * @param days how many
   */
  private record Folded(Series sums, int days, RobustZ baseline) {

    boolean isBeginningOf(Series other) {
      if (days >= other.size()) {
        return false;
      }
      for (int i = 0; i < days; i++) {
        if (sums.millis(i) != other.millis(i)
            || Double.compare(sums.value(i), other.value(i)) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private GatedScore(String input, int window, double sign, Duration maxAge) {
    this.input = input;
    this.window = window;
    this.sign = sign;
    this.maxAge = maxAge;
  }

  /**
   * A score that rises with the series.
   *
   * @param window days
   * @param maxAge from the start of the last day, after which there is no reading
   */
  static GatedScore rising(String input, int window, Duration maxAge) {
    return new GatedScore(input, window, 1, maxAge);
  }

  /** A score that rises as the series falls. */
  static GatedScore falling(String input, int window, Duration maxAge) {
    return new GatedScore(input, window, -1, maxAge);
  }

  @Override
  public Reading read(SeriesView known) {
    Series sums = known.series(input);
    if (sums.isEmpty()) {
      return new NoData("no day of " + input + " is known");
    }
    Instant last = sums.lastTime();
    if (last.plus(maxAge).isBefore(known.asOf())) {
      return new NoData("the last day of " + input + " is " + last + ", older than " + maxAge());
    }
    OptionalDouble level = level(sums, sums.size() - 1);
    if (level.isEmpty()) {
      return new NoData(
          "fewer than " + needed() + " of the " + window + " days up to " + last + " are known");
    }
    return read(sums, level.getAsDouble(), last);
  }

  private String maxAge() {
    return maxAge.toDays() == 14 ? "a fortnight" : maxAge.toDays() + " days";
  }

  private Reading read(Series sums, double level, Instant last) {
    RobustZ baseline = beforeLast(sums);
    int days = baseline.size();
    if (days < SMALLEST_BASELINE) {
      return new NoData(
          "the baseline has " + days + " accepted days; it needs " + SMALLEST_BASELINE);
    }
    OptionalDouble z = baseline.score(level);
    if (z.isEmpty()) {
      return new NoData("the " + days + " days of the baseline have no spread");
    }
    baseline.offer(day(sums, sums.size() - 1), level);
    Measured reading =
        Measured.of(z.getAsDouble(), last).fact("baseline-days", Integer.toString(days));
    LocalDate frozenSince = baseline.frozenSince();
    if (frozenSince != null) {
      reading = reading.fact("frozen-since", frozenSince.toString());
    }
    return days < BASELINE
        ? reading.partial("the baseline has " + days + " of " + BASELINE + " days")
        : reading;
  }

  /** The baseline of all days but the last, for the caller to go on with. */
  private RobustZ beforeLast(Series sums) {
    Folded known = newest.get();
    if (known == null || !known.isBeginningOf(sums)) {
      known = new Folded(sums, 0, new RobustZ(BASELINE, SMALLEST_BASELINE, GATE));
    }
    RobustZ baseline = known.baseline().copy();
    int last = sums.size() - 1;
    for (int i = known.days(); i < last; i++) {
      OptionalDouble earlier = level(sums, i);
      if (earlier.isPresent()) {
        baseline.offer(day(sums, i), earlier.getAsDouble());
      }
    }
    newest.set(new Folded(sums, last, baseline.copy()));
    return baseline;
  }

  /** The signed mean of the days up to this one, if enough of them are known. */
  private OptionalDouble level(Series sums, int index) {
    double sum = 0;
    int count = 0;
    for (int i = index; i >= 0 && sums.epochDay(i) > sums.epochDay(index) - window; i--) {
      sum += sums.value(i);
      count++;
    }
    return count >= needed() ? OptionalDouble.of(sign * sum / count) : OptionalDouble.empty();
  }

  private static LocalDate day(Series sums, int index) {
    return LocalDate.ofEpochDay(sums.epochDay(index));
  }

  private int needed() {
    return (int) Math.ceil(window * 5 / 7.0);
  }
}
