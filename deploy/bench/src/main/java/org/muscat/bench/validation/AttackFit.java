package org.muscat.bench.validation;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.muscat.maritime.attack.AttackHistory;
import org.muscat.maritime.attack.AttackHistory.Marks;
import org.muscat.maritime.geo.Strait;
import org.muscat.toolkit.HawkesFit;
import org.muscat.toolkit.MarkedTimes;
import org.muscat.toolkit.Quantiles;
import org.muscat.toolkit.TimeRescaling;

/**
 * The most likely process of the attacks around a strait.
 *
 * @param attacks in days since the window began
 * @param fit with b held at ln 2/10 a day
 */
record AttackFit(MarkedTimes attacks, HawkesFit fit) {

  /** b of the method: ten days are half of it. */
  static final double DECAY = Math.log(2) / 10;

  private static final int SEEDS = 9;

  static final LocalDate FROM = LocalDate.of(2000, 1, 1);
  static final LocalDate TO = LocalDate.of(2014, 4, 30);

  /** As M4 counts attacks "at the strait". */
  static final double KILOMETRES = 400;

  /** As M4 has it: 400 km, marks weight times kernel, 2000-01-01 to 2014-04-30. */
  static AttackFit of(AttackHistory history, Strait strait) {
    return of(history, strait, KILOMETRES, Marks.WEIGHT_AND_DISTANCE);
  }

  /** With another radius or other marks. */
  static AttackFit of(AttackHistory history, Strait strait, double kilometres, Marks marks) {
    return of(history.around(strait.position(), kilometres, marks, FROM, TO));
  }

  static AttackFit of(MarkedTimes attacks) {
    return new AttackFit(attacks, HawkesFit.withDecay(attacks, DECAY));
  }

  /** How well it fits, by days as they stand in the record: a day has many, all at its start. */
  TimeRescaling fitByDays() {
    return TimeRescaling.of(fit.model(), attacks);
  }

  /** How many attacks came on a day that had one already. */
  long onOneDay() {
    return IntStream.range(1, attacks.size())
        .filter(i -> attacks.time(i) == attacks.time(i - 1))
        .count();
  }

  /** The median p-value when attacks are put at random moments of their days, by fixed seeds. */
  double fitByMoments() {
    return median(moments -> HawkesFit.withDecay(moments, DECAY));
  }

  /** The same with the half-life fitted, too. */
  double freeFitByMoments() {
    return median(HawkesFit::of);
  }

  private double median(Function<MarkedTimes, HawkesFit> fitting) {
    double[] probabilities =
        IntStream.range(0, SEEDS)
            .mapToObj(seed -> moments(new Random(seed)))
            .mapToDouble(
                moments -> TimeRescaling.of(fitting.apply(moments).model(), moments).probability())
            .toArray();
    return Quantiles.median(probabilities);
  }

  private MarkedTimes moments(Random random) {
    double[] times = new double[attacks.size()];
    double[] marks = new double[attacks.size()];
    IntStream.range(0, times.length).forEach(i -> times[i] = attacks.time(i) + random.nextDouble());
    int[] order =
        IntStream.range(0, times.length)
            .boxed()
            .sorted((i, j) -> Double.compare(times[i], times[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = new double[times.length];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = times[order[i]];
      marks[i] = attacks.mark(order[i]);
    }
    return MarkedTimes.of(sorted, marks, attacks.end());
  }
}
