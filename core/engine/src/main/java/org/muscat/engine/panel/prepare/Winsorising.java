package org.muscat.engine.panel.prepare;

import java.util.Arrays;
import org.muscat.engine.panel.Samples;

/** A column in the course of being winsorised, point by point from either end. For one thread. */
final class Winsorising {

  private final double[] original;
  private final double[] sorted;
  private int high;
  private int low;

  Winsorising(double[] values) {
    this.original = values;
    this.sorted = Samples.present(values);
    Arrays.sort(sorted);
  }

  /** The column with the points drawn in so far. */
  double[] values() {
    double least = sorted[low];
    double greatest = sorted[sorted.length - 1 - high];
    double[] values = new double[original.length];
    for (int u = 0; u < values.length; u++) {
      values[u] = Math.max(least, Math.min(greatest, original[u]));
    }
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
    if (points() + 2 > sorted.length) {
      return false;
    }
    if (shape.skewness() > 0) {
      high++;
    } else {
      low++;
    }
    return true;
  }
}
