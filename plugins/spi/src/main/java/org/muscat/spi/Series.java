package org.muscat.spi;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Points of one series from one source and vintage, oldest first, each observed-at once. Immutable:
 * a narrow view over primitive arrays; {@link #first}, {@link #last} and {@link #since} share them.
 */
public final class Series {

  private static final long DAY = 86_400_000L;

  private final String name;
  private final long[] times;
  private final double[] values;
  private final int from;
  private final int to;

  private Series(String name, long[] times, double[] values, int from, int to) {
    this.name = name;
    this.times = times;
    this.values = values;
    this.from = from;
    this.to = to;
  }

  /** A series in which nothing is known. */
  public static Series empty(String name) {
    return new Series(name, new long[0], new double[0], 0, 0);
  }

  /**
   * A series of copies of these arrays.
   *
   * @param times observed-at in milliseconds since 1970-01-01 UTC, strictly rising
   * @param values finite, in the unit of the series
   * @throws IllegalArgumentException if the lengths differ, times do not rise or a value is not
   *     finite
   */
  public static Series of(String name, long[] times, double[] values) {
    if (times.length != values.length) {
      throw new IllegalArgumentException(
          "series '" + name + "' has " + times.length + " times and " + values.length + " values");
    }
    for (int i = 0; i < times.length; i++) {
      if (i > 0 && times[i] <= times[i - 1]) {
        throw new IllegalArgumentException(
            "times of series '" + name + "' do not rise at " + Instant.ofEpochMilli(times[i]));
      }
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "value of series '"
                + name
                + "' at "
                + Instant.ofEpochMilli(times[i])
                + " is "
                + values[i]);
      }
    }
    return new Series(name, times.clone(), values.clone(), 0, times.length);
  }

  public String name() {
    return name;
  }

  public int size() {
    return to - from;
  }

  public boolean isEmpty() {
    return from == to;
  }

  /** Observed-at of a point in milliseconds since 1970-01-01 UTC. */
  public long millis(int index) {
    return times[from + checked(index)];
  }

  /** Observed-at of a point. */
  public Instant time(int index) {
    return Instant.ofEpochMilli(millis(index));
  }

  /** The UTC day of a point, in days since 1970-01-01. */
  public long epochDay(int index) {
    return Math.floorDiv(millis(index), DAY);
  }

  /** The value of a point, finite. */
  public double value(int index) {
    return values[from + checked(index)];
  }

  /**
   * The latest observed-at.
   *
   * @throws IndexOutOfBoundsException if the series is empty
   */
  public Instant lastTime() {
    return time(size() - 1);
  }

  /**
   * The latest value.
   *
   * @throws IndexOutOfBoundsException if the series is empty
   */
  public double lastValue() {
    return value(size() - 1);
  }

  /** The earliest {@code count} points, or all if there are fewer. */
  public Series first(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count is negative: " + count);
    }
    return new Series(name, times, values, from, from + Math.min(count, size()));
  }

  /** The latest {@code count} points, or all if there are fewer. */
  public Series last(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count is negative: " + count);
    }
    return new Series(name, times, values, Math.max(from, to - count), to);
  }

  /** The points observed at or after a moment. */
  public Series since(Instant moment) {
    int position = Arrays.binarySearch(times, from, to, moment.toEpochMilli());
    return new Series(name, times, values, position >= 0 ? position : -position - 1, to);
  }

  /** The value observed at just this moment, if there is one. */
  public OptionalDouble at(Instant moment) {
    int position = Arrays.binarySearch(times, from, to, moment.toEpochMilli());
    return position >= 0 ? OptionalDouble.of(values[position]) : OptionalDouble.empty();
  }

  /** A copy of the values, oldest first. */
  public double[] values() {
    return Arrays.copyOfRange(values, from, to);
  }

  private int checked(int index) {
    if (index < 0 || index >= to - from) {
      throw new IndexOutOfBoundsException(
          "point " + index + " of series '" + name + "' with " + (to - from) + " points");
    }
    return index;
  }

  /** Whether the other has the same name and the same points, to the last bit. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Series that
            && name.equals(that.name)
            && Arrays.equals(times, from, to, that.times, that.from, that.to)
            && Arrays.equals(values, from, to, that.values, that.from, that.to));
  }

  /** Of the name and the latest point alone: series that differ in those before are rarely met. */
  @Override
  public int hashCode() {
    return isEmpty() ? name.hashCode() : Objects.hash(name, size(), times[to - 1], values[to - 1]);
  }

  @Override
  public String toString() {
    return isEmpty() ? name + " (empty)" : name + " (" + size() + " points to " + lastTime() + ")";
  }
}
