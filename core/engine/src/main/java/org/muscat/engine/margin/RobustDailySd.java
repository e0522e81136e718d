package org.muscat.engine.margin;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much the index moves in a day (method, section 7): {@code sigma_d = 1.4826 MAD} of its daily
 * changes over the last 60 d, and .8 points at the least. The median absolute deviation is the one
 * about the median, as in the robust z of section 3.
 */
public final class RobustDailySd {

  /** How many daily changes are looked at. */
  public static final int WINDOW = 60;

  /** Below so many known changes there is no standard deviation. */
  public static final int LEAST_CHANGES = 30;

  /** The least standard deviation, in points. */
  public static final double FLOOR = 0.8;

  /** Makes the median absolute deviation of a normal distribution its standard deviation. */
  private static final double NORMAL = 1.4826;

  private RobustDailySd() {}

  /**
   * The robust standard deviation of a daily change.
   *
   * @param stability {@code S_dyn} at consecutive points of the daily grid, the newest last; empty
   *     where there was no score. Only changes from one day to the next count
   * @return in points; empty if fewer than 30 of the last 60 changes are known
   */
  public static OptionalDouble of(List<OptionalDouble> stability) {
    int from = Math.max(0, stability.size() - WINDOW - 1);
    double[] changes = changes(stability.subList(from, stability.size()));
    if (changes.length < LEAST_CHANGES) {
      return OptionalDouble.empty();
    }
    double center = median(changes);
    double deviation = median(Arrays.stream(changes).map(x -> Math.abs(x - center)).toArray());
    return OptionalDouble.of(Math.max(FLOOR, NORMAL * deviation));
  }

  private static double[] changes(List<OptionalDouble> stability) {
    double[] changes = new double[stability.size()];
    int count = 0;
    for (int day = 1; day < stability.size(); day++) {
      OptionalDouble before = stability.get(day - 1);
      OptionalDouble after = stability.get(day);
      if (before.isPresent() && after.isPresent()) {
        changes[count++] = after.getAsDouble() - before.getAsDouble();
      }
    }
    return Arrays.copyOf(changes, count);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
