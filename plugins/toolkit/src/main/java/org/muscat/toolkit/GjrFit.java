package org.muscat.toolkit;

import org.muscat.toolkit.Climber.Climbed;

/**
 * The most likely {@link GjrGarch} of some shocks, by BOBYQA (Powell, 2009) from the best of a few
 * fixed starts of either asymmetry, climbing again until that gains nothing. Deterministic; no
 * number of the shocks' own unit enters, so the fit of shocks in another unit is the same in that
 * unit, but for rounding.
 *
 * <p>Inside its bounds {@code w, b >= 0}, {@code a, a + g >= 0} and {@code a + g/2 + b < 1} the
 * model is searched over four numbers whose bounds are a box: the logarithm of its long-run
 * variance over that of the shocks, {@code -ln(1 - persistence)}, the root of the share of the news
 * in the persistence, and the share of the rises in the news.
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

  private static final double[] LOWEST = {-5, 0, 0, 0};
  private static final double[] HIGHEST = {5, 9, 1, 1};
  private static final double FIRST_RADIUS = 0.1;
  private static final double LAST_RADIUS = 1e-5;

  /** A step that must not make shocks more likely by more than the tolerance. */
  private static final double STEP = 1e-3;

  private static final double TOLERANCE = 1e-6;

  /** Persistence .9 to .99, news .05 to .2 of it, most of them falls. */
  private static final double[][] STARTS_OF_FALLS = {
    {0, 2.3, 0.45, 0.25}, {0, 3.5, 0.22, 0.25}, {0, 4.6, 0.22, 0.25}, {0, 4.6, 0.32, 0.25}
  };

  /** The same, most of them rises. */
  private static final double[][] STARTS_OF_RISES = {
    {0, 2.3, 0.45, 0.75}, {0, 3.5, 0.22, 0.75}, {0, 4.6, 0.22, 0.75}, {0, 4.6, 0.32, 0.75}
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
    double share = point[2] * point[2];
    double news = 2 * persistence * share;
    double rises = news * point[3];
    double falls = news - rises;
    return new GjrGarch(
        Math.exp(point[0]) * (1 - persistence), falls, rises - falls, persistence * (1 - share));
  }

  private static final class Search {

    private final double[] shocks;
    private int evaluations;

    Search(double[] shocks) {
      this.shocks = shocks;
    }

    GjrFit run() {
      Climber climber =
          new Climber(this::likelihood, LOWEST, HIGHEST, FIRST_RADIUS, LAST_RADIUS, TOLERANCE);
      Climbed falls = climber.climb(best(STARTS_OF_FALLS));
      Climbed rises = climber.climb(best(STARTS_OF_RISES));
      Climbed best = falls.height() > rises.height() ? falls : rises;
      double[] point = best.point();
      double likelihood = best.height();
      boolean converged = best.ended() && isTop(point, likelihood);
      return new GjrFit(model(point), likelihood, converged, evaluations);
    }

    private double[] best(double[][] starts) {
      double[] best = starts[0];
      double highest = Double.NEGATIVE_INFINITY;
      for (double[] start : starts) {
        double likelihood = likelihood(start);
        if (likelihood > highest) {
          best = start;
          highest = likelihood;
        }
      }
      return best;
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
