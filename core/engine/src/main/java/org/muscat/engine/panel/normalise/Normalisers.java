package org.muscat.engine.panel.normalise;

import java.util.function.DoubleUnaryOperator;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Ranks;
import org.muscat.engine.panel.Samples;
import org.muscat.engine.panel.Ties;

/**
 * The ways to normalise of method, section 8 (OECD and JRC, Handbook on Constructing Composite
 * Indicators, 2008, step 5). In the formulas x is a value times the sign of its direction; min,
 * max, mean and sd are over the values that are there.
 */
public final class Normalisers {

  private Normalisers() {}

  /**
   * {@code lower + (x - min) / (max - min) (upper - lower)}; undefined for a constant column.
   *
   * @throws IllegalArgumentException unless lower is below upper
   */
  public static Normaliser minMax(double lower, double upper) {
    requireBelow(lower, upper, "lower", "upper");
    return (x, direction) -> {
      double min = Samples.min(x);
      double range = Samples.max(x) - min;
      return each(x, value -> lower + (value - min) / range * (upper - lower));
    };
  }

  /**
   * {@code mean + sd (x - mean(x)) / sd(x)}, the sd with n - 1; undefined for a constant column.
   *
   * @param sd positive
   */
  public static Normaliser zScore(double mean, double sd) {
    requireBelow(0, sd, "0", "sd");
    return (x, direction) -> {
      double centre = Samples.mean(x);
      double spread = Samples.standardDeviation(x);
      return each(x, value -> mean + sd * (value - centre) / spread);
    };
  }

  /** The rank r from 1 for the lowest to n for the highest. */
  public static Normaliser rank(Ties ties) {
    return (x, direction) -> Ranks.ascending(x, ties);
  }

  /** {@code r - 1}: how many units are beaten. */
  public static Normaliser borda(Ties ties) {
    return (x, direction) -> each(Ranks.ascending(x, ties), rank -> rank - 1);
  }

  /** {@code (r - 1) / (n - 1)} over the n values that are there; undefined for a single value. */
  public static Normaliser percentileRank(Ties ties) {
    return (x, direction) -> {
      double others = Samples.present(x).length - 1.0;
      return each(Ranks.ascending(x, ties), rank -> (rank - 1) / others);
    };
  }

  /** {@code 1 - (max - x) / (max - min)}; undefined for a constant column. */
  public static Normaliser distanceToMax() {
    return (x, direction) -> {
      double max = Samples.max(x);
      double range = max - Samples.min(x);
      return each(x, value -> 1 - (max - value) / range);
    };
  }

  /**
   * {@code 1 - (x_ref - x) / (x_ref - min)}: how near a unit is to a unit of reference. Undefined
   * where the reference is missing or is itself the lowest.
   *
   * @param row the row of the unit of reference, from 0
   * @param capped whether units beyond the reference get 1
   */
  public static Normaliser distanceToReference(int row, boolean capped) {
    return (x, direction) -> {
      double reference = x[row];
      double range = way(reference - Samples.min(x));
      return each(x, value -> cap(1 - (reference - value) / range, capped));
    };
  }

  /**
   * {@code (x - min) / (target - min)}: the way to a target. Undefined where the target is the
   * lowest value.
   *
   * @param target in the unit of the indicator
   * @param capped whether units beyond the target get 1
   */
  public static Normaliser distanceToTarget(double target, boolean capped) {
    return (x, direction) -> {
      double min = Samples.min(x);
      double range = way(direction.sign() * target - min);
      return each(x, value -> cap((value - min) / range, capped));
    };
  }

  /**
   * {@code x / max}. Has a meaning only where the greatest x is positive: below, the order turns
   * round, and at 0 the score is infinite. {@link Normalisation} refuses such a column.
   */
  public static Normaliser fractionOfMax() {
    return new FractionOfMax();
  }

  /**
   * {@code scale clip((x - lower) / (upper - lower))} to [0,1] where truncated. A falling direction
   * turns and swaps the posts.
   *
   * @param lower in the unit of the indicator
   * @param upper in the unit of the indicator
   * @throws IllegalArgumentException unless lower is below upper
   */
  public static Normaliser goalposts(double lower, double upper, double scale, boolean truncated) {
    requireBelow(lower, upper, "lower", "upper");
    return (x, direction) -> {
      double low = direction == Direction.UP ? lower : -upper;
      double high = direction == Direction.UP ? upper : -lower;
      return each(
          x,
          value -> {
            double share = (value - low) / (high - low);
            return scale * (truncated ? Math.max(0, Math.min(1, share)) : share);
          });
    };
  }

  /** Goalposts without truncation: {@code factor (x - lower) / (upper - lower)}. */
  public static Normaliser scaled(double lower, double upper, double factor) {
    return goalposts(lower, upper, factor, false);
  }

  static double[] each(double[] values, DoubleUnaryOperator operator) {
    double[] mapped = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      mapped[i] = Double.isNaN(values[i]) ? Double.NaN : operator.applyAsDouble(values[i]);
    }
    return mapped;
  }

  /** Where there is no way to go, no share of it is defined. */
  private static double way(double range) {
    return range == 0 ? Double.NaN : range;
  }

  private static double cap(double score, boolean capped) {
    return capped ? Math.min(1, score) : score;
  }

  private static void requireBelow(double low, double high, String lowName, String highName) {
    if (!(low < high && Double.isFinite(low) && Double.isFinite(high))) {
      throw new IllegalArgumentException(
          lowName + " must be below " + highName + ", but they are " + low + " and " + high);
    }
  }
}
