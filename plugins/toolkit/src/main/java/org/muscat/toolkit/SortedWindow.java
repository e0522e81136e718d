package org.muscat.toolkit;

import java.util.Arrays;

/** The latest values up to a capacity, kept in order, so that each step costs one insertion. */
final class SortedWindow {

  private final double[] arrivals;
  private final double[] sorted;
  private int size;
  private int oldest;

  SortedWindow(int capacity) {
    this.arrivals = new double[capacity];
    this.sorted = new double[capacity];
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

  double median() {
    return Quantiles.ofSorted(0.5, sorted, size);
  }

  /** The values, smallest first. */
  double[] values() {
    return Arrays.copyOf(sorted, size);
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
