package org.muscat.toolkit;

import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * The most likely {@link GjrGarch} of some shocks, by BOBYQA (Powell, 2009) from the best of a few
 * fixed starts. Deterministic; no number of the shocks' own unit enters, so the fit of shocks in
 * another unit is the same in that unit.
 *
 * <p>Inside its bounds {@code w, b >= 0}, {@code a, a + g >= 0} and {@code a + g/2 + b < 1} the
 * model is searched over four numbers whose bounds are a box: the logarithm of its long-run
 * variance over that of the shocks, {@code -ln(1 - persistence)}, the share of the news in the
 * persistence, and the share of the rises in the news.
 *
 * @param model the most likely one that was found
 * @param logLikelihood of the shocks under it
 * @param converged whether the search ended by itself, at a point that no small step in any of the
 *     four numbers betters
 * @param evaluations of the likelihood
 */
public record GjrFit(GjrGarch model, double logLikelihood, boolean converged, int evaluations) {

  /** The fewest shocks that are fitted: four numbers of fewer are chance. */
  public static final int FEWEST_SHOCKS = 100;

  private static final int MOST_EVALUATIONS = 2000;
  private static final double[] LOWEST = {-5, 0, 0, 0};
  private static final double[] HIGHEST = {5, 9, 1, 1};
  private static final double FIRST_RADIUS = 0.1;
  private static final double LAST_RADIUS = 1e-7;

  /** A step that must not make shocks more likely by more than the tolerance. */
  private static final double STEP = 1e-3;

  private static final double TOLERANCE = 1e-6;

  /** Persistence .9 to .99, news .05 to .2 of it, of which falls or rises are the larger part. */
  private static final double[][] STARTS = {
    {0, 2.3, 0.1, 0.5},
    {0, 3.5, 0.05, 0.3},
    {0, 3.5, 0.05, 0.7},
    {0, 4.6, 0.05, 0.5},
    {0, 4.6, 0.1, 0.5},
    {0, 2.3, 0.2, 0.5}
  };

  /**
   * Fits.
   *
   * @param shocks with mean near 0, at least {@link #FEWEST_SHOCKS}, not all 0
   * @throws IllegalArgumentException if there are too few, or all are 0
   */
  public static GjrFit of(double... shocks) {
    double variance = GjrGarch.meanSquare(shocks);
    if (shocks.length < FEWEST_SHOCKS || !(variance > 0)) {
      throw new IllegalArgumentException(
          "%d shocks with mean square %s: at least %d are needed, not all 0"
              .formatted(shocks.length, variance, FEWEST_SHOCKS));
    }
    double[] scaled = new double[shocks.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = shocks[i] / Math.sqrt(variance);
    }
    return new Search(scaled).run().inUnitOf(variance, shocks);
  }

  private GjrFit inUnitOf(double variance, double[] shocks) {
    GjrGarch natural = new GjrGarch(model.w() * variance, model.a(), model.g(), model.b());
    return new GjrFit(natural, natural.logLikelihood(shocks), converged, evaluations);
  }

  private static GjrGarch model(double... point) {
    double persistence = -Math.expm1(-point[1]);
    double news = 2 * persistence * point[2];
    double rises = news * point[3];
    double falls = news - rises;
    return new GjrGarch(
        Math.exp(point[0]) * (1 - persistence), falls, rises - falls, persistence * (1 - point[2]));
  }

  private static final class Search {

    private final double[] shocks;
    private int evaluations;

    Search(double[] shocks) {
      this.shocks = shocks;
    }

    GjrFit run() {
      double[] best = STARTS[0];
      double bestLikelihood = Double.NEGATIVE_INFINITY;
      for (double[] start : STARTS) {
        double likelihood = likelihood(start);
        if (likelihood > bestLikelihood) {
          best = start;
          bestLikelihood = likelihood;
        }
      }
      boolean ended = true;
      try {
        best = climb(best).getPoint();
      } catch (MathIllegalStateException e) {
        // Too many evaluations, or steps below rounding: the start is left, which is no optimum.
        ended = false;
      }
      GjrGarch model = model(best);
      double likelihood = likelihood(best);
      return new GjrFit(model, likelihood, ended && isTop(best, likelihood), evaluations);
    }

    private PointValuePair climb(double[] start) {
      return new BOBYQAOptimizer(2 * start.length + 1, FIRST_RADIUS, LAST_RADIUS)
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              new ObjectiveFunction(this::likelihood),
              GoalType.MAXIMIZE,
              new InitialGuess(start),
              new SimpleBounds(LOWEST, HIGHEST));
    }

    private boolean isTop(double[] point, double likelihood) {
      for (int i = 0; i < point.length; i++) {
        for (double step : new double[] {-STEP, STEP}) {
          double[] other = point.clone();
          other[i] = Math.max(LOWEST[i], Math.min(HIGHEST[i], point[i] + step));
          if (likelihood(other) > likelihood + TOLERANCE) {
            return false;
          }
        }
      }
      return true;
    }

    private double likelihood(double... point) {
      evaluations++;
      return model(point).logLikelihood(shocks);
    }
  }
}
