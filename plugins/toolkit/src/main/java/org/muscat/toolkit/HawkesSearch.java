package org.muscat.toolkit;

import java.util.OptionalDouble;
import org.muscat.toolkit.Climber.Climbed;

/**
 * The search of {@link HawkesFit}. Its point is {@code ln(mu / rate)}, {@code -ln(1 - branching
 * ratio)} and, unless b is held, {@code ln(b / rate)}; with the rate of the times as the unit,
 * their own unit makes no difference.
 */
final class HawkesSearch {

  /** Where a search ended. */
  record Found(Hawkes model, double logLikelihood, boolean converged) {}

  private static final double FIRST_RADIUS = 0.2;
  private static final double LAST_RADIUS = 1e-6;

  /**
   * mu down to a ten-thousandth of the rate, branching up to .9999, b from 1/1000 to 1000 rates.
   */
  private static final double[] LOWEST = {-9.2, 0, -6.9};

  private static final double[] HIGHEST = {3, 9.2, 6.9};

  /** Branching .1, .5 and .8, with slow and fast decay. */
  private static final double[][] STARTS = {
    {-0.1, 0.1, 0}, {-0.7, 0.7, -1}, {-0.7, 0.7, 1.5}, {-1.6, 1.6, 0}
  };

  /** How much a climb must gain to be followed by another. */
  private static final double TOLERANCE = 1e-9;

  /** The slope of a flat top, in units of log-likelihood a thing. */
  private static final double FLAT = 1e-4;

  private final MarkedTimes times;
  private final OptionalDouble heldDecay;
  private final double rate;
  private int evaluations;

  HawkesSearch(MarkedTimes times, OptionalDouble heldDecay) {
    this.times = times;
    this.heldDecay = heldDecay;
    this.rate = times.size() / times.end();
  }

  Found run() {
    Climber climber =
        new Climber(
            this::likelihood, first(LOWEST), first(HIGHEST), FIRST_RADIUS, LAST_RADIUS, TOLERANCE);
    Climbed best = climber.climb(first(STARTS[0]));
    for (int i = 1; i < STARTS.length; i++) {
      Climbed top = climber.climb(first(STARTS[i]));
      best = top.height() > best.height() ? top : best;
    }
    Hawkes model = model(best.point());
    return new Found(model, best.height(), isFlat(best.point(), model));
  }

  int evaluations() {
    return evaluations;
  }

  /** Whether no slope leads upwards from here and into the bounds. */
  private boolean isFlat(double[] point, Hawkes model) {
    double[] gradient = model.gradient(times);
    double branching = model.branchingRatio(times.meanMark());
    double[] slopes = {
      gradient[0] * model.mu(),
      gradient[1] * (1 - branching) / times.meanMark(),
      gradient[2] * model.b()
    };
    for (int i = 0; i < point.length; i++) {
      double steepest = FLAT * times.size();
      boolean up = slopes[i] > steepest && point[i] < HIGHEST[i];
      boolean down = slopes[i] < -steepest && point[i] > LOWEST[i];
      if (up || down) {
        return false;
      }
    }
    return true;
  }

  private Hawkes model(double... point) {
    double branching = -Math.expm1(-point[1]);
    double b = heldDecay.isPresent() ? heldDecay.getAsDouble() : rate * Math.exp(point[2]);
    return new Hawkes(rate * Math.exp(point[0]), branching / times.meanMark(), b);
  }

  private double likelihood(double... point) {
    evaluations++;
    return model(point).logLikelihood(times);
  }

  /** The numbers that are searched for. */
  private double[] first(double... numbers) {
    return heldDecay.isPresent() ? new double[] {numbers[0], numbers[1]} : numbers.clone();
  }
}
