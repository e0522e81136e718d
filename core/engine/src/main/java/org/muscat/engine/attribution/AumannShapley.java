package org.muscat.engine.attribution;

import java.util.function.UnaryOperator;

/**
 * The value of Aumann and Shapley (Values of Non-Atomic Games, 1974): {@code phi_i = (x1_i - x0_i)
 * integral over t in [0,1] of df/dx_i (x0 + t (x1 - x0))}, by the quadrature of Gauss and Legendre.
 */
public final class AumannShapley {

  private static final int NODES = 40;
  private static final double[][] RULE = legendre(NODES);

  private AumannShapley() {}

  /**
   * The parts of the change of a smooth function along the straight way. They sum to the change as
   * exactly as 40 nodes integrate the gradient; a function with kinks is not meant.
   *
   * @param gradient the gradient at a point
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double[] values(UnaryOperator<double[]> gradient, double[] from, double[] to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "a change from " + from.length + " values to " + to.length);
    }
    double[] values = new double[from.length];
    for (int k = 0; k < NODES; k++) {
      double[] point = new double[from.length];
      for (int i = 0; i < point.length; i++) {
        point[i] = from[i] + RULE[0][k] * (to[i] - from[i]);
      }
      double[] slope = gradient.apply(point);
      for (int i = 0; i < values.length; i++) {
        values[i] += RULE[1][k] * slope[i] * (to[i] - from[i]);
      }
    }
    return values;
  }

  /** Nodes and weights on [0,1]: the roots of the Legendre polynomial by Newton's method. */
  private static double[][] legendre(int nodes) {
    double[][] rule = new double[2][nodes];
    for (int k = 0; k < nodes; k++) {
      double x = Math.cos(Math.PI * (k + 0.75) / (nodes + 0.5));
      double slope = 0;
      for (int step = 0; step < 100; step++) {
        double before = 1;
        double value = x;
        for (int n = 2; n <= nodes; n++) {
          double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
          before = value;
          value = next;
        }
        slope = nodes * (x * value - before) / (x * x - 1);
        double change = value / slope;
        x -= change;
        if (Math.abs(change) < 1e-15) {
          break;
        }
      }
      rule[0][k] = (1 - x) / 2;
      rule[1][k] = 1 / ((1 - x * x) * slope * slope);
    }
    return rule;
  }
}
