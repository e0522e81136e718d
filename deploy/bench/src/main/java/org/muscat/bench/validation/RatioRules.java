package org.muscat.bench.validation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.muscat.bench.validation.Rule.Verdict;
import org.muscat.spi.Series;
import org.muscat.toolkit.Cadence;
import org.muscat.toolkit.GatedBaseline;
import org.muscat.toolkit.GatedDay;
import org.muscat.toolkit.Quantiles;
import org.muscat.toolkit.SevenDayMean;

/** The rules that Muscat does not use: the mean of seven days over a baseline, below .7. */
final class RatioRules {

  /** A smaller ratio is flagged. */
  static final double THRESHOLD = 0.7;

  private static final int ROLLING_DAYS = 90;
  private static final double WEIGHT = 0.1;
  private static final int MEDIAN_DAYS = 730;
  private static final int LEAST_MEDIAN_DAYS = 180;
  private static final Duration HALF_LIFE = Duration.ofDays(90);

  /** What is usual, from the days before the one that is judged. */
  private interface Baseline {

    OptionalDouble of(double[] before);
  }

  private RatioRules() {}

  /** The mean of the 90 days before. */
  static Rule rolling() {
    return known -> judge(known, RatioRules::rollingMean);
  }

  /** The exponential mean of the days before, the first of them to begin with. */
  static Rule exponential() {
    return known -> judge(known, RatioRules::exponentialMean);
  }

  /** The median of the 730 days before. */
  static Rule median() {
    return known -> judge(known, RatioRules::plainMedian);
  }

  /** The gated baseline without the median that M1 pairs it with. */
  static Rule gated() {
    return known -> {
      List<GatedDay> days = GatedBaseline.of(known, Cadence.DAILY, HALF_LIFE).days();
      if (days.isEmpty() || !days.get(days.size() - 1).observedAt().equals(known.lastTime())) {
        return Verdict.NOTHING;
      }
      GatedDay newest = days.get(days.size() - 1);
      return verdict(newest.level(), newest.baseline());
    };
  }

  private static Verdict judge(Series known, Baseline baseline) {
    OptionalDouble level = SevenDayMean.at(known, known.size() - 1);
    OptionalDouble usual = baseline.of(known.first(known.size() - 1).values());
    return level.isPresent() && usual.isPresent()
        ? verdict(level.getAsDouble(), usual.getAsDouble())
        : Verdict.NOTHING;
  }

  private static Verdict verdict(double level, double usual) {
    if (usual <= 0) {
      return Verdict.NOTHING;
    }
    return level / usual < THRESHOLD ? Verdict.FLAGGED : Verdict.USUAL;
  }

  private static OptionalDouble rollingMean(double[] before) {
    return before.length < ROLLING_DAYS
        ? OptionalDouble.empty()
        : Arrays.stream(before, before.length - ROLLING_DAYS, before.length).average();
  }

  private static OptionalDouble exponentialMean(double[] before) {
    if (before.length == 0) {
      return OptionalDouble.empty();
    }
    double mean = before[0];
    for (double calls : before) {
      mean += WEIGHT * (calls - mean);
    }
    return OptionalDouble.of(mean);
  }

  private static OptionalDouble plainMedian(double[] before) {
    if (before.length < LEAST_MEDIAN_DAYS) {
      return OptionalDouble.empty();
    }
    int from = Math.max(0, before.length - MEDIAN_DAYS);
    return OptionalDouble.of(Quantiles.median(Arrays.copyOfRange(before, from, before.length)));
  }
}
