package org.muscat.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a reading in natural units becomes a level in [0,1] on an axis of the regime (method,
 * sections 4 and 6). This is the declaration; the arithmetic is the engine's. Immutable.
 */
public final class LevelMap {

  /** The curve. */
  public enum Shape {
    /** Straight from 0 to 1 between two readings, flat outside. */
    LINEAR,
    /** {@code Phi(z)} of a reading that is a standard score. */
    NORMAL,
    /** {@code 1 - exp(-x/l0)} of a rate or count {@code x}; 0 below 0. */
    INTENSITY
  }

  private static final LevelMap IDENTITY = new LevelMap(Shape.LINEAR, 0, 1);
  private static final LevelMap NORMAL = new LevelMap(Shape.NORMAL, 0, 1);

  private final Shape shape;
  private final double zero;
  private final double one;

  private LevelMap(Shape shape, double zero, double one) {
    if (!Double.isFinite(zero) || !Double.isFinite(one) || zero == one) {
      throw new IllegalArgumentException(
          "readings " + zero + " and " + one + " of levels 0 and 1 must be finite and differ");
    }
    this.shape = shape;
    this.zero = zero;
    this.one = one;
  }

  /** For a reading that is a level already. */
  public static LevelMap identity() {
    return IDENTITY;
  }

  /**
   * A straight line, flat outside.
   *
   * @param zero the reading at level 0, finite
   * @param one the reading at level 1, finite and another; may be the smaller one
   * @throws IllegalArgumentException if they are not finite or equal
   */
  public static LevelMap linear(double zero, double one) {
    return new LevelMap(Shape.LINEAR, zero, one);
  }

  /** For a reading that is a standard score: 0 is level .5. */
  public static LevelMap normal() {
    return NORMAL;
  }

  /**
   * For a rate or a count.
   *
   * @param mean {@code l0}, the mean over the calibration window, positive
   * @throws IllegalArgumentException if it is not positive
   */
  public static LevelMap intensity(double mean) {
    if (!(mean > 0)) {
      throw new IllegalArgumentException("mean intensity " + mean + " is not positive");
    }
    return new LevelMap(Shape.INTENSITY, 0, mean);
  }

  public Shape shape() {
    return shape;
  }

  /** The reading at level 0. */
  public double zero() {
    return zero;
  }

  /** The reading at level 1; of an intensity the mean. */
  public double one() {
    return one;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LevelMap that
        && shape == that.shape
        && zero == that.zero
        && one == that.one;
  }

  @Override
  public int hashCode() {
    return Objects.hash(shape, zero, one);
  }

  @Override
  public String toString() {
    return switch (shape) {
      case LINEAR -> "linear from " + zero + " to " + one;
      case NORMAL -> "normal";
      case INTENSITY -> "intensity over " + one;
    };
  }
}
