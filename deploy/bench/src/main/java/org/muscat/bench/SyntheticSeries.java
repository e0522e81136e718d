package org.muscat.bench;

import java.util.SplittableRandom;

/** Series of a fixed seed. */
final class SyntheticSeries {

  private SyntheticSeries() {}

  /** A random walk that steps back towards 0, every value different. */
  static double[] of(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] series = new double[length];
    double level = 0;
    for (int t = 0; t < length; t++) {
      level = 0.9 * level + random.nextGaussian();
      series[t] = level;
    }
    return series;
  }
}
