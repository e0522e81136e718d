package org.muscat.engine.panel.stream;

import java.util.Arrays;
import org.muscat.engine.panel.Samples;

/** The last ticks of a series, missing ones counted as ticks. Immutable. */
public final class RollingWindow {

  private final int length;
  private final double[] ticks;

  private RollingWindow(int length, double[] ticks) {
    this.length = length;
    this.ticks = ticks;
  }

  /**
   * An empty window.
   *
   * @param length how many ticks it holds, 1 or more
   * @throws IllegalArgumentException if it holds none
   */
  public static RollingWindow of(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("a window of " + length + " ticks");
    }
    return new RollingWindow(length, new double[0]);
  }

  /** With one more tick, NaN where nothing came; the oldest leaves when the window is full. */
  public RollingWindow plus(double value) {
    int kept = Math.min(ticks.length, length - 1);
    double[] moved = Arrays.copyOfRange(ticks, ticks.length - kept, ticks.length + 1);
    moved[kept] = value;
    return new RollingWindow(length, moved);
  }

  /** The mean of the values in it; NaN of nothing. */
  public double mean() {
    return Samples.mean(ticks);
  }

  /** With n - 1; NaN below two values. */
  public double standardDeviation() {
    return Samples.standardDeviation(ticks);
  }

  /** Of type 7; NaN of nothing. */
  public double quantile(double p) {
    return Samples.quantile(ticks, p);
  }
}
