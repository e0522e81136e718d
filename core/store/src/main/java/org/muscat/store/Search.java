package org.muscat.store;

/** Binary search where a value may stand several times. */
final class Search {

  private Search() {}

  /** How many of the first {@code size} numbers, which do not fall, are at or below a moment. */
  static int after(long[] rising, int size, long moment) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rising[middle] <= moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
