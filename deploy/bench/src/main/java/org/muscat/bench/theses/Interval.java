package org.muscat.bench.theses;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A statistic with its 90 % interval from drawing blocks of neighbours again (circular block
 * bootstrap), because days and months that follow one another are not independent.
 *
 * @param value of the whole sample
 * @param lower end of the interval
 * @param upper end of the interval
 * @param size of the sample
 */
record Interval(double value, double lower, double upper, int size) {

  private static final int DRAWS = 2_000;
  private static final double TAIL = 0.05;

  /**
   * Draws again with a fixed seed, so that a table is printed the same each time. Draws of which
   * the statistic is not a number are left out.
   *
   * @param size of the sample
   * @param block how many neighbours are drawn together; 1 when the members are independent
   * @param statistic of the members with these places, which may repeat
   */
  static Interval of(int size, int block, ToDoubleFunction<int[]> statistic) {
    if (size == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN, 0);
    }
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    Random random = new Random(8);
    double[] drawn = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      drawn[d] = statistic.applyAsDouble(draw(size, block, random));
    }
    double[] sound = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
    double value = statistic.applyAsDouble(all);
    if (sound.length == 0) {
      return new Interval(value, Double.NaN, Double.NaN, size);
    }
    return new Interval(value, quantile(sound, TAIL), quantile(sound, 1 - TAIL), size);
  }

  /** The mean of independent numbers. */
  static Interval mean(double[] values) {
    return mean(values, 1);
  }

  /** The mean of numbers of which neighbours are alike. */
  static Interval mean(double[] values, int block) {
    return of(
        values.length,
        block,
        places -> Arrays.stream(places).mapToDouble(i -> values[i]).average().orElse(Double.NaN));
  }

  private static int[] draw(int size, int block, Random random) {
    int[] places = new int[size];
    for (int i = 0; i < size; i += block) {
      int start = random.nextInt(size);
      for (int j = 0; j < block && i + j < size; j++) {
        places[i + j] = (start + j) % size;
      }
    }
    return places;
  }

  private static double quantile(double[] sorted, double p) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(p * (sorted.length - 1)))];
  }

  /** Such as {@code 0.42 [0.10, 0.71], n 83}. */
  String text() {
    return String.format(Locale.ROOT, "%.2f [%.2f, %.2f], n %d", value, lower, upper, size);
  }
}
