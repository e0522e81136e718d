package org.muscat.diplomacy.gdelt;

import java.util.Arrays;

/**
 * The last values of a stream with their median and their median absolute deviation. Adding costs
 * one move inside a sorted array, both statistics one walk over half of it; nothing is sorted anew.
 */
final class RobustWindow {

  private final double[] byAge;
  private final double[] sorted;
  private int size;
  private int oldest;

  RobustWindow(int capacity) {
    this.byAge = new double[capacity];
    this.sorted = new double[capacity];
  }

  int size() {
    return size;
  }

  /** Adds a value; the oldest goes when the window is full. */
  void add(double value) {
    if (size == byAge.length) {
      remove(byAge[oldest]);
      byAge[oldest] = value;
      oldest = (oldest + 1) % byAge.length;
    } else {
      byAge[size] = value;
    }
    int at = Arrays.binarySearch(sorted, 0, size, value);
    int position = at >= 0 ? at : -at - 1;
    System.arraycopy(sorted, position, sorted, position + 1, size - position);
    sorted[position] = value;
    size++;
  }

  private void remove(double value) {
    int position = Arrays.binarySearch(sorted, 0, size, value);
    System.arraycopy(sorted, position + 1, sorted, position, size - position - 1);
    size--;
  }

  /** The median; NaN if the window is empty. */
  double median() {
    if (size == 0) {
      return Double.NaN;
    }
    return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
  }

  /** The median of the distances from the median; NaN if the window is empty. */
  double medianAbsoluteDeviation() {
    if (size == 0) {
      return Double.NaN;
    }
    double median = median();
    int below = (size - 1) / 2;
    int above = below + 1;
    double last = 0;
    double beforeLast = 0;
    for (int taken = 0; taken <= size / 2; taken++) {
      beforeLast = last;
      double down = below >= 0 ? median - sorted[below] : Double.POSITIVE_INFINITY;
      double up = above < size ? sorted[above] - median : Double.POSITIVE_INFINITY;
      if (down <= up) {
        last = down;
        below--;
      } else {
        last = up;
        above++;
      }
    }
    return size % 2 == 1 ? last : (beforeLast + last) / 2;
  }
}
