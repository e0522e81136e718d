package org.muscat.toolkit;

import org.hipparchus.distribution.continuous.ExponentialDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * Whether times look as a {@link Hawkes} process says: measured by how much was to be expected
 * between one and the next, waiting times are exponential with mean 1 (Papangelou, 1972; Ogata,
 * 1988), which a Kolmogorov-Smirnov test judges.
 *
 * <p>Where the model was fitted to the same times the test is lenient, because its p-value takes
 * the model as given.
 *
 * @param statistic the largest distance of the two distributions, in [0,1]
 * @param probability the p-value: how often chance alone makes a distance as large
 * @param waits how many waiting times were judged
 */
public record TimeRescaling(double statistic, double probability, int waits) {

  /**
   * Judges.
   *
   * @param times at least two
   * @throws IllegalArgumentException if there are fewer
   */
  public static TimeRescaling of(Hawkes model, MarkedTimes times) {
    if (times.size() < 2) {
      throw new IllegalArgumentException(times.size() + " times: at least 2 are needed");
    }
    double[] waits = waits(model, times);
    KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
    ExponentialDistribution unit = new ExponentialDistribution(1);
    return new TimeRescaling(
        test.kolmogorovSmirnovStatistic(unit, waits),
        test.kolmogorovSmirnovTest(unit, waits, false),
        waits.length);
  }

  /** How much was to be expected between each time and the one before, the first from 0 on. */
  static double[] waits(Hawkes model, MarkedTimes times) {
    double[] waits = new double[times.size()];
    double before = 0;
    double excited = 0;
    for (int i = 0; i < waits.length; i++) {
      double days = times.time(i) - before;
      waits[i] = model.mu() * days - model.a() * excited * Math.expm1(-model.b() * days);
      excited = excited * Math.exp(-model.b() * days) + times.mark(i);
      before = times.time(i);
    }
    return waits;
  }
}
