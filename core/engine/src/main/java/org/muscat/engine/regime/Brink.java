package org.muscat.engine.regime;

import org.jspecify.annotations.Nullable;

/**
 * The flag BRINK (method, section 6): CONTAINMENT, {@code P > P*} and an ultimatum clock {@code U1
 * >= .5}. It is judged before the margin, because it raises the threshold of the margin.
 */
public final class Brink {

  /** The ultimatum clock from which a deadline counts. */
  private static final double LEAST_ULTIMATUM = 0.5;

  /** How far a whole ultimatum raises the next-worse threshold, in points. */
  private static final double RAISE = 6;

  private Brink() {}

  /**
   * Whether BRINK is raised. It is undecided when all that is missing is the clock.
   *
   * @param state of the regime
   * @param ultimatum the clock U1, in [0,1]; null when it is missing
   * @param mix whose optimum is {@code P*}
   * @throws IllegalArgumentException if the clock is outside [0,1]
   */
  public static FlagJudgement judge(
      RegimeState state, @Nullable Double ultimatum, CalibratedMix mix) {
    if (state.regime() != Regime.CONTAINMENT) {
      return FlagJudgement.of(Flag.BRINK, false, "the regime is " + state.regime());
    }
    // CONTAINMENT does not hold while an axis is missing.
    double pressure = state.axes().pressure().known().orElseThrow();
    boolean past = pressure > mix.optimum();
    String where =
        "pressure "
            + Decimals.three(pressure)
            + (past ? " is past" : " is not past")
            + " its optimum "
            + Decimals.three(mix.optimum());
    if (!past) {
      return FlagJudgement.of(Flag.BRINK, false, where);
    }
    if (ultimatum == null) {
      return FlagJudgement.undecided(Flag.BRINK, where + "; the ultimatum clock is missing");
    }
    boolean counts = requireClock(ultimatum) >= LEAST_ULTIMATUM;
    String clock = where + "; the ultimatum clock is " + Decimals.three(ultimatum);
    return FlagJudgement.of(Flag.BRINK, counts, clock);
  }

  /**
   * The next-worse threshold in BRINK: {@code theta_eff = theta + 6 U1}.
   *
   * @param threshold theta, in points of stability
   * @param ultimatum the clock U1, in [0,1]
   * @return in points of stability
   * @throws IllegalArgumentException if the clock is outside [0,1]
   */
  public static double raisedThreshold(double threshold, double ultimatum) {
    return threshold + RAISE * requireClock(ultimatum);
  }

  private static double requireClock(double ultimatum) {
    if (!(ultimatum >= 0 && ultimatum <= 1)) {
      throw new IllegalArgumentException("ultimatum clock " + ultimatum + " is not in [0,1]");
    }
    return ultimatum;
  }
}
