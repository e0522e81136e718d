package org.muscat.diplomacy.chronicle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.muscat.spi.Event;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;

/**
 * Up to when a theatre is coded. An indicator reads the chronicle as of the end of the last coded
 * day, not of the view: on a day that nobody coded, nothing may decay. Only days that are over
 * count, because a running day cannot have been coded as a whole, whatever a feed says of it.
 *
 * <p>[choice] Of the days that an indicator looks back at least half must be coded. With fewer,
 * most of what would be in its sum was never looked for, and a sum of nothing reads as quiet.
 */
final class CodedDays {

  /** The share of a window under which there is no reading. */
  private static final double FEWEST = .5;

  private static final Duration DAY = Duration.ofDays(1);

  private final Series days;
  private final int over;
  private final Instant asOf;
  private final int window;

  private CodedDays(Series days, int over, Instant asOf, int window) {
    this.days = days;
    this.over = over;
    this.asOf = asOf;
    this.window = window;
  }

  /**
   * The series of the days. Until 2026-11-27 it was {@code coded-day}, which may hold days that
   * were claimed before they came; nobody reads that one any more.
   */
  static String series(String theatre) {
    return "chronicle/" + theatre + "/coded";
  }

  /** How far back the days are needed: a whole window before the oldest last day. */
  static Duration lookBack(int window, Duration maxAge) {
    return maxAge.plus(DAY.multipliedBy(window + 1L));
  }

  static CodedDays of(SeriesView known, String theatre, int window) {
    Series days = known.series(series(theatre));
    int over = days.size();
    while (over > 0 && days.time(over - 1).plus(DAY).isAfter(known.asOf())) {
      over--;
    }
    return new CodedDays(days, over, known.asOf(), window);
  }

  /** Why there can be no reading: no day is coded, too few are, or the last one is too old. */
  Optional<NoData> silence(Duration maxAge) {
    if (over == 0) {
      return Optional.of(new NoData("no day is coded in " + days.name()));
    }
    if (last().plus(maxAge).isBefore(asOf)) {
      return Optional.of(
          new NoData(
              "the last coded day is " + last() + ", more than " + maxAge.toDays() + " days ago"));
    }
    if (inWindow() < FEWEST * window) {
      return Optional.of(new NoData(share() + "; at least half of them are needed"));
    }
    return Optional.empty();
  }

  /** The start of the last coded day that is over. */
  Instant last() {
    return days.time(over - 1);
  }

  /** The end of the last coded day. */
  Instant end() {
    return last().plus(DAY);
  }

  /** Days from an event, or its last day, to {@link #end()}; 0 if it lies later. */
  double daysSince(Instant moment) {
    return Math.max(0, Duration.between(moment, end()).toMillis() / (double) DAY.toMillis());
  }

  double daysSince(Event event) {
    return daysSince(event.observedAt());
  }

  /** What is left at {@link #end()} of 1 at a moment; days is the time in which it halves. */
  double left(Instant since, double days) {
    return Math.pow(2, -daysSince(since) / days);
  }

  /** Marks a measurement as partial if not all of the last days up to the last one are coded. */
  Measured judge(Measured reading) {
    if (inWindow() >= window) {
      return reading;
    }
    return reading.partial(reading.caveat().map(other -> share() + "; " + other).orElse(share()));
  }

  /** How many days of the window that ends with the last coded day are coded. */
  private int inWindow() {
    int running = days.size() - over;
    return days.since(last().minus(DAY.multipliedBy(window - 1L))).size() - running;
  }

  private String share() {
    return inWindow() + " of the last " + window + " days are coded";
  }
}
