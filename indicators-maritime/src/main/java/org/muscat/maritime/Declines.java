package org.muscat.maritime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.Series;
import org.muscat.toolkit.Cadence;
import org.muscat.toolkit.Cusum;
import org.muscat.toolkit.GatedBaseline;
import org.muscat.toolkit.GatedDay;

/**
 * The sum of scores {@code z = (sqrt(b) - sqrt(x)) / s} of each day: x the count, b the gated
 * baseline before it, s the root of the mean square of {@code sqrt(b) - sqrt(x)} over the last 730
 * days that the baseline learnt. A fold from the start of the series.
 */
final class Declines {

  /**
   * The sum after a day.
   *
   * @param alarmSince the first day of the present alarm; null while there is none
   */
  record Day(LocalDate date, double sum, @Nullable LocalDate alarmSince) {}

  private final SlowDeclineConfig config;
  private final Deque<Double> squares = new ArrayDeque<>();
  private final List<Day> days = new ArrayList<>();
  private double sumOfSquares;
  private Cusum cusum;
  private @Nullable LocalDate alarmSince;

  private Declines(SlowDeclineConfig config) {
    this.config = config;
    this.cusum = Cusum.empty(config.allowance());
  }

  /**
   * Folds a series.
   *
   * @param transits daily counts of one vintage, from the first known on
   * @return the days that have a sum, oldest first
   */
  static List<Day> of(Series transits, SlowDeclineConfig config) {
    Series daily = TransitRatios.lastOfEachDay(transits);
    Declines declines = new Declines(config);
    for (GatedDay day : GatedBaseline.of(daily, Cadence.DAILY, Duration.ofDays(90)).days()) {
      declines.step(day, daily.at(day.observedAt()).orElseThrow());
    }
    return List.copyOf(declines.days);
  }

  private void step(GatedDay day, double count) {
    double below = Math.sqrt(Math.max(0, day.baseline())) - Math.sqrt(Math.max(0, count));
    if (squares.size() >= TransitRatios.LEAST_ACCEPTED_DAYS && sumOfSquares > 0) {
      LocalDate date = LocalDate.ofInstant(day.observedAt(), ZoneOffset.UTC);
      double deviation = Math.sqrt(sumOfSquares / squares.size());
      cusum = cusum.after(below / deviation).atMost(config.ceiling());
      if (cusum.value() <= config.alarm()) {
        alarmSince = null;
      } else if (alarmSince == null) {
        alarmSince = date;
      }
      days.add(new Day(date, cusum.value(), alarmSince));
    }
    if (!day.frozen()) {
      learn(below * below);
    }
  }

  private void learn(double square) {
    squares.addLast(square);
    sumOfSquares += square;
    if (squares.size() > GatedBaseline.WINDOW_DAYS) {
      sumOfSquares -= squares.removeFirst();
    }
  }
}
