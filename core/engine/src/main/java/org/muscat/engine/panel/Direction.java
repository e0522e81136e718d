package org.muscat.engine.panel;

/** Whether more of an indicator is better. */
public enum Direction {
  /** More is better: +1. */
  UP(1),
  /** Less is better: -1. */
  DOWN(-1);

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /** +1 or -1. */
  public int sign() {
    return sign;
  }

  /** Values turned so that more is better. */
  public double[] orient(double[] values) {
    double[] turned = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[i] = sign * values[i];
    }
    return turned;
  }
}
