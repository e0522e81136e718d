package org.muscat.toolkit;

import java.util.OptionalDouble;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * The search of {@link HawkesFit}. Its point is {@code ln(mu / rate)}, {@code -ln(1 - branching
 * ratio)} and, unless b is held, {@code ln(b / rate)}; with the rate of the times as the unit,
 * their own unit makes no difference.
 */
final class HawkesSearch {

  /** Where a search ended. */
  record Found(Hawkes model, double logLikelihood, boolean converged) {}

  private static final int MOST_CLIMBS = 8;
  private static final int MOST_EVALUATIONS = 2000;
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
    PointValuePair best = climb(first(STARTS[0]));
    for (int i = 1; i < STARTS.length; i++) {
      PointValuePair top = climb(first(STARTS[i]));
      best = top.getValue() > best.getValue() ? top : best;
    }
    Hawkes model = model(best.getPoint());
    return new Found(model, best.getValue(), isFlat(best.getPoint(), model));
  }

  int evaluations() {
    return evaluations;
  }

  /** Climbs again from where a climb ended, with wide steps, until that gains nothing. */
  private PointValuePair climb(double... start) {
    PointValuePair here = new PointValuePair(start, likelihood(start));
    for (int climb = 0; climb < MOST_CLIMBS; climb++) {
      PointValuePair next;
      try {
        next = climbOnce(here.getPoint());
      } catch (MathIllegalStateException e) {
        // Too many evaluations, or steps below rounding: whether that is a top is asked at the end.
        return here;
      }
      if (next.getValue() - here.getValue() < TOLERANCE) {
        return next.getValue() > here.getValue() ? next : here;
      }
      here = next;
    }
    return here;
  }

  private PointValuePair climbOnce(double... start) {
    return new BOBYQAOptimizer(2 * start.length + 1, FIRST_RADIUS, LAST_RADIUS)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            new ObjectiveFunction(this::likelihood),
            GoalType.MAXIMIZE,
            new InitialGuess(start),
            new SimpleBounds(first(LOWEST), first(HIGHEST)));
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
