package org.muscat.toolkit;

import java.util.Arrays;

/**
 * When things happened in a window of time that was watched from 0 to its end, each with a mark
 * that says how much it excites what follows. Immutable.
 */
public final class MarkedTimes {

  private final double[] times;
  private final double[] marks;
  private final double end;

  private MarkedTimes(double[] times, double[] marks, double end) {
    this.times = times;
    this.marks = marks;
    this.end = end;
  }

  /**
   * Copies of these arrays.
   *
   * @param times in days since the window began, never falling, inside [0, end]
   * @param marks as many, not negative
   * @param end of the window, in days, positive
   * @throws IllegalArgumentException if an argument lies outside; the message names it
   */
  public static MarkedTimes of(double[] times, double[] marks, double end) {
    if (times.length != marks.length) {
      throw new IllegalArgumentException(times.length + " times and " + marks.length + " marks");
    }
    if (!(end > 0 && Double.isFinite(end))) {
      throw new IllegalArgumentException("the end of the window, " + end + ", is not positive");
    }
    double before = 0;
    for (int i = 0; i < times.length; i++) {
      if (!(times[i] >= before && times[i] <= end)) {
        throw new IllegalArgumentException(
            "time %d is %s, not in [%s, %s]".formatted(i, times[i], before, end));
      }
      if (!(marks[i] >= 0 && Double.isFinite(marks[i]))) {
        throw new IllegalArgumentException("mark %d is %s, below 0".formatted(i, marks[i]));
      }
      before = times[i];
    }
    return new MarkedTimes(times.clone(), marks.clone(), end);
  }

  /** How many things happened. */
  public int size() {
    return times.length;
  }

  /** In days since the window began. */
  public double time(int index) {
    return times[index];
  }

  /** How much a thing excites what follows. */
  public double mark(int index) {
    return marks[index];
  }

  /** The length of the window, in days. */
  public double end() {
    return end;
  }

  /** The mean of the marks; 0 if nothing happened. */
  public double meanMark() {
    return Arrays.stream(marks).average().orElse(0);
  }
}
