package org.muscat.toolkit;

import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Climbs to a top inside a box, by BOBYQA (Powell, 2009) again and again from where a climb ended,
 * with wide steps, until that gains nothing. Deterministic.
 *
 * @param height of a point, which is left as it is
 * @param lowest bound of each coordinate
 * @param highest bound of each coordinate
 * @param firstRadius of the trust region, where a climb begins
 * @param lastRadius of the trust region, where a climb ends
 * @param tolerance how much a climb must gain to be followed by another
 */
@SuppressWarnings("ArrayRecordComponent") // its owners keep them to themselves
record Climber(
    ToDoubleFunction<double[]> height,
    double[] lowest,
    double[] highest,
    double firstRadius,
    double lastRadius,
    double tolerance) {

  private static final int MOST_CLIMBS = 8;
  private static final int MOST_EVALUATIONS = 2000;

  /**
   * Where climbs ended.
   *
   * @param ended whether because there was nothing to gain
   */
  record Climbed(double[] point, double height, boolean ended) {

    private static Climbed at(PointValuePair top, boolean ended) {
      return new Climbed(top.getPoint(), top.getValue(), ended);
    }
  }

  Climbed climb(double... start) {
    PointValuePair here = new PointValuePair(start, height.applyAsDouble(start));
    for (int climb = 0; climb < MOST_CLIMBS; climb++) {
      PointValuePair next;
      try {
        next = climbOnce(here.getPoint());
      } catch (MathIllegalStateException e) {
        // Too many evaluations, or steps below rounding: that was no climb to the top.
        return Climbed.at(here, false);
      }
      if (next.getValue() - here.getValue() < tolerance) {
        return Climbed.at(here, true);
      }
      here = next;
    }
    return Climbed.at(here, false);
  }

  private PointValuePair climbOnce(double... start) {
    return new BOBYQAOptimizer(2 * start.length + 1, firstRadius, lastRadius)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            new ObjectiveFunction(height::applyAsDouble),
            GoalType.MAXIMIZE,
            new InitialGuess(start),
            new SimpleBounds(lowest, highest));
  }
}
