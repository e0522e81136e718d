package org.muscat.store;

import java.util.Arrays;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Series;

/** Points of one vintage as they stood at one moment, by observed-at. Immutable. */
final class Sheet {

  private final Series series;
  private final long[] observed;
  private final long[] known;
  private final KnownBasis[] bases;

  private Sheet(
      String name, int size, long[] observed, double[] values, long[] known, KnownBasis[] bases) {
    this.observed = Arrays.copyOf(observed, size);
    this.series = Series.of(name, this.observed, Arrays.copyOf(values, size));
    this.known = Arrays.copyOf(known, size);
    this.bases = Arrays.copyOf(bases, size);
  }

  /** A sheet without points. */
  static Sheet empty(String name) {
    return new Sheet(name, 0, new long[0], new double[0], new long[0], new KnownBasis[0]);
  }

  int size() {
    return observed.length;
  }

  long observed(int index) {
    return observed[index];
  }

  /** How many points are observed at or before a moment. */
  int observedAt(long moment) {
    return Search.after(observed, observed.length, moment);
  }

  Series points(int from, int to) {
    return series.first(to).last(to - from);
  }

  void tell(int from, int to, Grounds grounds) {
    for (int i = from; i < to; i++) {
      grounds.add(observed[i], known[i], bases[i]);
    }
  }

  /** This sheet with the changes in [from, to). */
  Sheet with(PointChanges changes, int from, int to) {
    Draft draft = new Draft(size() + to - from);
    draft.copy(this);
    for (int i = from; i < to; i++) {
      draft.put(changes, i);
    }
    return draft.sheet(series.name());
  }

  /** The points of this sheet that are also among those in [from, to) of an earlier one. */
  Sheet alsoIn(Sheet earlier, int from, int to) {
    Draft draft = new Draft(to - from);
    int at = from == to ? 0 : observedAt(earlier.observed(from)) - 1;
    for (int i = from; i < to; i++) {
      while (observed[at] < earlier.observed(i)) {
        at++;
      }
      draft.append(observed[at], series.value(at), known[at], bases[at]);
      at++;
    }
    return draft.sheet(series.name());
  }

  /** A sheet in the making. */
  private static final class Draft {

    private final long[] observed;
    private final double[] values;
    private final long[] known;
    private final KnownBasis[] bases;
    private int size;

    Draft(int room) {
      observed = new long[room];
      values = new double[room];
      known = new long[room];
      bases = new KnownBasis[room];
    }

    void copy(Sheet sheet) {
      size = sheet.size();
      System.arraycopy(sheet.observed, 0, observed, 0, size);
      System.arraycopy(sheet.known, 0, known, 0, size);
      System.arraycopy(sheet.bases, 0, bases, 0, size);
      System.arraycopy(sheet.series.values(), 0, values, 0, size);
    }

    void append(long observedAt, double value, long knownAt, KnownBasis basis) {
      observed[size] = observedAt;
      values[size] = value;
      known[size] = knownAt;
      bases[size] = basis;
      size++;
    }

    void put(PointChanges changes, int index) {
      long moment = changes.observed(index);
      boolean appends = size == 0 || observed[size - 1] < moment;
      int at = appends ? size : Search.after(observed, size, moment);
      boolean revises = at > 0 && observed[at - 1] == moment;
      if (revises) {
        at--;
      } else {
        makeRoom(at);
      }
      observed[at] = moment;
      values[at] = changes.value(index);
      known[at] = changes.known(index);
      bases[at] = changes.basis(index);
    }

    private void makeRoom(int at) {
      if (at < size) {
        System.arraycopy(observed, at, observed, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        System.arraycopy(known, at, known, at + 1, size - at);
        System.arraycopy(bases, at, bases, at + 1, size - at);
      }
      size++;
    }

    Sheet sheet(String name) {
      return new Sheet(name, size, observed, values, known, bases);
    }
  }
}
