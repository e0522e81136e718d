package org.muscat.engine.panel.prepare;

import org.muscat.engine.panel.Sample;

/** A sample in the course of being winsorised, point by point from either end. For one thread. */
final class Winsorising {

  private final Sample original;
  private Sample drawnIn;
  private int high;
  private int low;

  Winsorising(Sample original) {
    this.original = original;
    this.drawnIn = original;
  }

  /** The shape with the points drawn in so far. */
  Shape shape() {
    return Shape.of(drawnIn);
  }

  /** The column of the sample with the points drawn in so far; missing values stay missing. */
  double[] values(double[] column) {
    double least = drawnIn.min();
    double greatest = drawnIn.max();
    double[] values = new double[column.length];
    for (int u = 0; u < values.length; u++) {
      values[u] = Math.max(least, Math.min(greatest, column[u]));
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
    if (points() + 2 > original.count()) {
      return false;
    }
    if (shape.skewness() > 0) {
      high++;
    } else {
      low++;
    }
    drawnIn = original.winsorised(low, high);
    return true;
  }
}
