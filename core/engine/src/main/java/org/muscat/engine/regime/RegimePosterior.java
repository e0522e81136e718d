package org.muscat.engine.regime;

import java.util.Collections;
import java.util.List;

/**
 * The posterior layer of the regime (method, section 6): how probable each regime is, by an HMM
 * filter over the axes with fixed parameters. It stands beside the state machine and decides
 * nothing. Immutable.
 *
 * @param probabilities in the order of {@link #REGIMES}; they sum to 1
 */
public record RegimePosterior(List<Double> probabilities) {

  /** The regimes that have a probability. */
  public static final List<Regime> REGIMES =
      List.of(Regime.DETENTE, Regime.CONTAINMENT, Regime.COERCION, Regime.CONFLICT, Regime.DRIFT);

  /** Columns: dialogue, pressure, kinetic; rows as the regimes. */
  private static final double[][] MEAN = {
    {.65, .20, .05}, {.60, .65, .15}, {.20, .70, .25}, {.15, .85, .80}, {.10, .25, .05}
  };

  private static final double[][] SD = {
    {.18, .18, .10}, {.18, .18, .15}, {.18, .18, .20}, {.18, .18, .20}, {.18, .18, .10}
  };

  /** From the regime of the row to that of the column in one day. */
  private static final double[][] TRANSITION = {
    {.965, .020, .005, .000, .010},
    {.015, .945, .020, .005, .015},
    {.005, .025, .940, .015, .015},
    {.000, .020, .045, .930, .005},
    {.010, .020, .015, .005, .950}
  };

  private static final GaussianHmm MODEL = new GaussianHmm(TRANSITION, MEAN, SD);

  public RegimePosterior {
    if (probabilities.size() != REGIMES.size()) {
      throw new IllegalArgumentException(
          probabilities.size() + " probabilities, " + REGIMES.size() + " are needed");
    }
    probabilities = List.copyOf(probabilities);
  }

  /** What is believed before any axis was seen: every regime alike. */
  public static RegimePosterior uniform() {
    return new RegimePosterior(Collections.nCopies(REGIMES.size(), 1.0 / REGIMES.size()));
  }

  /** The posterior one step of the grid later. A missing axis says nothing; the rest counts. */
  public RegimePosterior next(Axes axes) {
    return partial(axes, 1);
  }

  /**
   * The posterior at a moment between two points of the grid. It is not committed: the step to the
   * next point starts from the same posterior as this one.
   *
   * @param days since the last point of the grid, in (0,1]
   */
  public RegimePosterior partial(Axes axes, double days) {
    return new RegimePosterior(
        MODEL
            .step(
                probabilities,
                List.of(axes.dialogue().known(), axes.pressure().known(), axes.kinetic().known()),
                days)
            .filtered());
  }

  /**
   * The probability of a regime.
   *
   * @return in [0,1]; 0 for UNDETERMINED, which is no state of the model
   */
  public double of(Regime regime) {
    int index = REGIMES.indexOf(regime);
    return index < 0 ? 0 : probabilities.get(index);
  }

  /**
   * How open it is which regime holds: {@code H(p)/ln n}, the Shannon entropy as a share of its
   * largest value.
   *
   * @return in [0,1]; 0 when one regime is certain, 1 when all are alike
   */
  public double entropy() {
    double entropy = 0;
    for (double probability : probabilities) {
      entropy -= probability > 0 ? probability * Math.log(probability) : 0;
    }
    return Math.max(0, Math.min(1, entropy / Math.log(REGIMES.size())));
  }
}
