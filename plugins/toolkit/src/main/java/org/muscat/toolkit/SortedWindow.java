package org.muscat.toolkit;

import java.util.Arrays;

/**
 * The latest values up to a capacity, kept in order: a step costs one insertion, the median one
 * look, the MAD one walk over half of the values. Each equals its batch twin in {@link Quantiles}.
 */
final class SortedWindow {

  private final double[] arrivals;
  private final double[] sorted;
  private int size;
  private int oldest;

  SortedWindow(int capacity) {
    this.arrivals = new double[capacity];
    this.sorted = new double[capacity];
  }

  private SortedWindow(SortedWindow other) {
    this.arrivals = other.arrivals.clone();
    this.sorted = other.sorted.clone();
    this.size = other.size;
    this.oldest = other.oldest;
  }

  /** A window that goes on from here by itself. */
  SortedWindow copy() {
    return new SortedWindow(this);
  }

  void add(double value) {
    if (size == arrivals.length) {
      remove(arrivals[oldest]);
      arrivals[oldest] = value;
      oldest = (oldest + 1) % arrivals.length;
    } else {
      arrivals[size] = value;
    }
    insert(value);
  }

  int size() {
    return size;
  }

  /** The median; there is at least one value. */
  double median() {
    return Quantiles.ofSorted(0.5, sorted, size);
  }

  /** The median absolute deviation from the median; there is at least one value. */
  double mad() {
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
    return size % 2 == 1 ? last : Quantiles.ofSorted(0.5, new double[] {beforeLast, last}, 2);
  }

  private void remove(double value) {
    int position = Arrays.binarySearch(sorted, 0, size, value);
    System.arraycopy(sorted, position + 1, sorted, position, size - position - 1);
    size--;
  }

  private void insert(double value) {
    int found = Arrays.binarySearch(sorted, 0, size, value);
    int position = found >= 0 ? found : -found - 1;
    System.arraycopy(sorted, position, sorted, position + 1, size - position);
    sorted[position] = value;
    size++;
  }
}
