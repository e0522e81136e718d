package org.muscat.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.muscat.spi.KnownBasis;

/**
 * All that was ever said about the points of one vintage, by known-at, then observed-at: 28 bytes a
 * version. A version that repeats the one before it is left out: it changes nothing. Immutable.
 */
final class PointChanges {

  private final long[] observed;
  private final long[] known;
  private final double[] values;
  private final KnownBasis[] bases;

  private PointChanges(long[] observed, long[] known, double[] values, KnownBasis[] bases) {
    this.observed = observed;
    this.known = known;
    this.values = values;
    this.bases = bases;
  }

  int size() {
    return observed.length;
  }

  long observed(int index) {
    return observed[index];
  }

  long known(int index) {
    return known[index];
  }

  double value(int index) {
    return values[index];
  }

  KnownBasis basis(int index) {
    return bases[index];
  }

  /** How many were known at a moment: these come first. */
  int knownAt(long moment) {
    return Search.after(known, known.length, moment);
  }

  /** Collects versions. */
  static final class Collector {

    private long[] observed = new long[16];
    private long[] known = new long[16];
    private double[] values = new double[16];
    private KnownBasis[] bases = new KnownBasis[16];
    private int size;

    /** The next version, by observed-at, then known-at. */
    void add(long observedAt, long knownAt, double value, KnownBasis basis) {
      boolean repeats =
          size > 0
              && observed[size - 1] == observedAt
              && Double.compare(values[size - 1], value) == 0;
      if (repeats) {
        return;
      }
      if (size == observed.length) {
        int room = 2 * size;
        observed = Arrays.copyOf(observed, room);
        known = Arrays.copyOf(known, room);
        values = Arrays.copyOf(values, room);
        bases = Arrays.copyOf(bases, room);
      }
      observed[size] = observedAt;
      known[size] = knownAt;
      values[size] = value;
      bases[size] = basis;
      size++;
    }

    PointChanges changes() {
      if (isSorted()) {
        return new PointChanges(
            Arrays.copyOf(observed, size),
            Arrays.copyOf(known, size),
            Arrays.copyOf(values, size),
            Arrays.copyOf(bases, size));
      }
      int[] order = order();
      return new PointChanges(
          Arrays.stream(order).mapToLong(i -> observed[i]).toArray(),
          Arrays.stream(order).mapToLong(i -> known[i]).toArray(),
          Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
          Arrays.stream(order).mapToObj(i -> bases[i]).toArray(KnownBasis[]::new));
    }

    private boolean isSorted() {
      for (int i = 1; i < size; i++) {
        if (known[i - 1] > known[i]) {
          return false;
        }
      }
      return true;
    }

    /** By known-at; the sort is stable, so that observed-at stays in order within each. */
    private int[] order() {
      return IntStream.range(0, size)
          .boxed()
          .sorted(Comparator.comparingLong(i -> known[i]))
          .mapToInt(Integer::intValue)
          .toArray();
    }
  }
}
