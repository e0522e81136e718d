package org.muscat.engine.panel.prepare;

import java.util.Comparator;
import java.util.stream.IntStream;

/** A column in the course of being winsorised, point by point from either end. For one thread. */
final class Winsorising {

  private final double[] original;
  private final double[] values;
  private final int[] order;
  private int high;
  private int low;

  Winsorising(double[] values) {
    this.original = values;
    this.values = values.clone();
    this.order =
        IntStream.range(0, values.length)
            .filter(u -> !Double.isNaN(values[u]))
            .boxed()
            .sorted(Comparator.comparingDouble(u -> values[u]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  double[] values() {
    return values;
  }

  /** How many points were drawn in. */
  int points() {
    return high + low;
  }

  /**
   * Draws in the next point on the side of the skew.
   *
   * @return false if no two points are left between the ends
   */
  boolean step(Shape shape) {
    if (points() + 2 > order.length) {
      return false;
    }
    if (shape.skewness() > 0) {
      high++;
      double bound = original[order[order.length - 1 - high]];
      for (int i = 0; i < high; i++) {
        values[order[order.length - 1 - i]] = bound;
      }
    } else {
      low++;
      double bound = original[order[low]];
      for (int i = 0; i < low; i++) {
        values[order[i]] = bound;
      }
    }
    return true;
  }
}
