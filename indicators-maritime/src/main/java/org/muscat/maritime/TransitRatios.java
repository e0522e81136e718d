package org.muscat.maritime;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.toolkit.Cadence;
import org.muscat.toolkit.GatedBaseline;
import org.muscat.toolkit.GatedDay;
import org.muscat.toolkit.SevenDayMean;

/** The transit ratios of one series, a fold from its start, so that each day has its own. */
final class TransitRatios {

  static final int LEAST_ACCEPTED_DAYS = 180;

  private static final Duration HALF_LIFE = Duration.ofDays(90);

  private final Series transits;
  private final List<GatedDay> days;
  private final List<TransitRatio> ratios;

  private TransitRatios(Series transits, List<GatedDay> days) {
    this.transits = transits;
    this.days = days;
    this.ratios = days.stream().filter(TransitRatios::sound).map(TransitRatio::new).toList();
  }

  /**
   * Folds a series.
   *
   * @param transits of one vintage, from the first known point on
   */
  static TransitRatios of(Series transits, Cadence observed) {
    Series daily = lastOfEachDay(transits);
    return new TransitRatios(daily, GatedBaseline.of(daily, observed, HALF_LIFE).days());
  }

  /** A second point of a day, such as a correction with a time, stands for the day. */
  static Series lastOfEachDay(Series transits) {
    long[] times = new long[transits.size()];
    double[] values = new double[transits.size()];
    int size = 0;
    for (int i = 0; i < transits.size(); i++) {
      boolean sameDay = i > 0 && transits.epochDay(i) == transits.epochDay(i - 1);
      size = sameDay ? size : size + 1;
      times[size - 1] = transits.millis(i);
      values[size - 1] = transits.value(i);
    }
    return Series.of(transits.name(), Arrays.copyOf(times, size), Arrays.copyOf(values, size));
  }

  /** The days that have a ratio, oldest first. */
  List<TransitRatio> all() {
    return ratios;
  }

  /** A reading of the newest point, PARTIAL on a young baseline, or why it has no ratio. */
  Reading newest(Function<TransitRatio, Reading> reading) {
    if (ratios.isEmpty() || !isNewest(ratios.get(ratios.size() - 1).day())) {
      return new NoData(whyNone());
    }
    TransitRatio newest = ratios.get(ratios.size() - 1);
    Reading read = reading.apply(newest);
    return read instanceof Measured measured
        ? newest.caveat().map(measured::partial).orElse(measured)
        : read;
  }

  private static boolean sound(GatedDay day) {
    return day.acceptedDays() >= LEAST_ACCEPTED_DAYS
        && day.baseline() > 0
        && day.acceptedMedian() > 0;
  }

  private boolean isNewest(GatedDay day) {
    return day.observedAt().equals(transits.lastTime());
  }

  private String whyNone() {
    if (transits.isEmpty()) {
      return "no point of '%s' is known".formatted(transits.name());
    }
    int accepted = days.isEmpty() ? 0 : days.get(days.size() - 1).acceptedDays();
    if (accepted < LEAST_ACCEPTED_DAYS) {
      return "the baseline of '%s' has %d accepted days of the %d that it needs (%d points known)"
          .formatted(transits.name(), accepted, LEAST_ACCEPTED_DAYS, transits.size());
    }
    if (!isNewest(days.get(days.size() - 1))) {
      return "'%s' has fewer than %d of the 7 days up to %s"
          .formatted(
              transits.name(),
              SevenDayMean.LEAST_DAYS,
              LocalDate.ofEpochDay(transits.epochDay(transits.size() - 1)));
    }
    return "the baseline of '%s' is %s, and nothing can be a share of it"
        .formatted(transits.name(), days.get(days.size() - 1).baseline());
  }
}
