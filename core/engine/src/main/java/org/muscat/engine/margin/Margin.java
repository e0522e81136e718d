package org.muscat.engine.margin;

import java.util.Set;

/**
 * The margin for error (method, section 7): {@code m = (S - theta)/(sigma_d sqrt h)}.
 *
 * @param threshold theta, raised in BRINK, in points of stability
 * @param distance {@code S - theta}, in points; negative below a raised threshold
 * @param dailySd sigma_d, in points
 * @param days the horizon h
 * @param sigmas m, the distance in standard deviations of a move over the horizon
 * @param band the word for it
 * @param vetoes what forbade the word AMPLE, though there are more than two sigma; else empty
 */
public record Margin(
    double threshold,
    double distance,
    double dailySd,
    double days,
    double sigmas,
    MarginBand band,
    Set<AmpleVeto> vetoes) {

  /** The horizon of method, section 7, unless a model says otherwise. */
  public static final double DEFAULT_DAYS = 14;

  /** Half-way between the coverage floor of section 2, rule 3, and whole coverage. */
  public static final double THIN_COVERAGE = 0.75;

  /** In sigmas; below it the margin is THIN. */
  public static final double LEAST_MODERATE = 1;

  /** In sigmas; above it the margin is AMPLE, unless something vetoes the word. */
  public static final double MOST_MODERATE = 2;

  public Margin {
    vetoes = Set.copyOf(vetoes);
  }

  /**
   * The margin of an index.
   *
   * @param stability {@code S_dyn}, in [0,100]
   * @param threshold theta of {@link BandCuts#threshold}, raised in BRINK; in points
   * @param dailySd of {@link RobustDailySd}, in points, positive
   * @param days the horizon, positive
   * @param vetoes that are in force
   * @throws IllegalArgumentException if the standard deviation or the horizon is not positive
   */
  public static Margin of(
      double stability, double threshold, double dailySd, double days, Set<AmpleVeto> vetoes) {
    if (!(dailySd > 0 && days > 0)) {
      throw new IllegalArgumentException(
          "daily sd " + dailySd + " and days " + days + " must be positive");
    }
    double distance = stability - threshold;
    double sigmas = distance / (dailySd * Math.sqrt(days));
    boolean ample = sigmas > MOST_MODERATE;
    Set<AmpleVeto> forbidding = ample ? vetoes : Set.of();
    return new Margin(
        threshold, distance, dailySd, days, sigmas, band(sigmas, forbidding), forbidding);
  }

  /** {@code P_touch} of this margin under a drift in points a day; not calibrated. */
  double touchProbability(double drift) {
    return FirstPassage.probability(distance, dailySd, drift, days);
  }

  private static MarginBand band(double sigmas, Set<AmpleVeto> vetoes) {
    if (sigmas < LEAST_MODERATE) {
      return MarginBand.THIN;
    }
    return sigmas > MOST_MODERATE && vetoes.isEmpty() ? MarginBand.AMPLE : MarginBand.MODERATE;
  }
}
