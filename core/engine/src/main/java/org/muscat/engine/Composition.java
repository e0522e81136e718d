package org.muscat.engine;

import java.util.OptionalDouble;

/**
 * The power mean of those pillars that count, each the weighted arithmetic mean of those of its
 * members that count (method, sections 5.1 and 5.2). Weights are relative to what counts. Not
 * changed after construction.
 */
final class Composition {

  /** Keeps the logarithm of a pillar finite (method, section 5.1). */
  static final double FLOOR = 1;

  private static final double ROUNDING = 1e-12;

  /** The concentration of the Dirichlet weights, 50, plus 1: what their covariance divides by. */
  private static final double DIRICHLET_TOTAL = 51;

  private final Layout layout;
  private final PillarAverage average;
  private final double[] risk;
  private final boolean[] counts;
  private final int[] count;
  private final double[] presentWeight;
  private final double[] meanRisk;

  /** Of each pillar that counts its weight relative to the others, else 0. */
  private final double[] share;

  private final double[] stability;
  private final double whole;

  /**
   * Composes.
   *
   * @param risk of each member, in [0,100] where it counts; not copied, not to be changed
   * @param counts which members count if their pillar does; not copied, not to be changed
   */
  Composition(Layout layout, double[] risk, boolean[] counts) {
    this.layout = layout;
    this.average = layout.average;
    this.risk = risk;
    this.counts = counts;
    int pillars = layout.pillars.size();
    this.count = new int[pillars];
    this.presentWeight = new double[pillars];
    this.meanRisk = new double[pillars];
    this.share = new double[pillars];
    this.stability = new double[pillars];
    double weight = 0;
    for (int p = 0; p < pillars; p++) {
      average(p);
      stability[p] = Math.max(FLOOR, 100 - meanRisk[p]);
      share[p] = meets(p) ? layout.pillarWeight[p] : 0;
      weight += share[p];
    }
    for (int p = 0; p < pillars; p++) {
      share[p] = weight == 0 ? 0 : share[p] / weight;
    }
    this.whole = weight == 0 ? Double.NaN : inRange(average.of(share, stability));
  }

  /** A mean lies between its values; rounding must not lift a mean of hundreds above 100. */
  private static double inRange(double mean) {
    return Math.max(FLOOR, Math.min(100, mean));
  }

  private void average(int p) {
    double weight = 0;
    double weightedRisk = 0;
    for (int m = layout.first[p]; m < layout.first[p + 1]; m++) {
      if (counts[m]) {
        weight += layout.memberWeight[m];
        weightedRisk += layout.memberWeight[m] * risk[m];
        count[p]++;
      }
    }
    presentWeight[p] = weight;
    meanRisk[p] = count[p] == 0 ? Double.NaN : weightedRisk / weight;
  }

  private boolean meets(int p) {
    Model.Rules rules = layout.model.rules();
    return count[p] >= rules.minimumLive() && reachesFloor(coverage(p));
  }

  /** A half of the weight reaches a floor of a half, however the weights are rounded. */
  private boolean reachesFloor(double coverage) {
    return coverage >= layout.model.rules().coverageFloor() - ROUNDING;
  }

  /** Whether a member counts if its pillar does. */
  boolean counts(int m) {
    return counts[m];
  }

  /** Which members count if their pillar does; not to be changed. */
  boolean[] mask() {
    return counts;
  }

  /** The mean risk of the members of a pillar that count, before the floor. */
  double meanRisk(int p) {
    return meanRisk[p];
  }

  /** Whether a pillar counts: enough of its members and of their weight do. */
  boolean pillarCounts(int p) {
    return share[p] > 0;
  }

  /** Whether any pillar counts. */
  boolean isDefined() {
    return !Double.isNaN(whole);
  }

  /** Whether enough of all weight is present for a score. */
  boolean isCovered() {
    return isDefined() && reachesFloor(coverage());
  }

  /** How many members of a pillar count. */
  int count(int p) {
    return count[p];
  }

  /** The share of the weight of a pillar that is present. */
  double coverage(int p) {
    return presentWeight[p] / layout.wholeMemberWeight[p];
  }

  /** The share of all weight that is present in pillars that count. */
  double coverage() {
    double present = 0;
    for (int p = 0; p < share.length; p++) {
      present += pillarCounts(p) ? layout.pillarWeight[p] * coverage(p) : 0;
    }
    return present / layout.wholePillarWeight;
  }

  /** {@code S_dyn} in [1,100]; NaN when no pillar counts. */
  double stability() {
    return whole;
  }

  /** Of one pillar, in [1,100]; NaN when none of its members counts. */
  double stability(int p) {
    return stability[p];
  }

  /** The pillars' weights relative to those that count; 0 for one that does not. */
  double[] shares() {
    return share;
  }

  /** Of all pillars; NaN for one that has no members that count. */
  double[] stabilities() {
    return stability;
  }

  /** The share of a member in the mean of its pillar; 0 if it does not count. */
  double memberShare(int p, int m) {
    return counts[m] ? layout.memberWeight[m] / presentWeight[p] : 0;
  }

  /** The share of a member in the risk of its pillar; they sum to 1 unless all are calm. */
  double shareOfRisk(int p, int m) {
    return !counts[m] || meanRisk[p] == 0 ? 0 : memberShare(p, m) * risk[m] / meanRisk[p];
  }

  /**
   * Method, section 5.6: uncertain readings, each missing one at its full weight, and uncertain
   * weights.
   *
   * @param ofMembers the variance of each risk
   * @return in squared points of {@code S_dyn}
   */
  double variance(double[] ofMembers) {
    double variance = weightVariance();
    for (int p = 0; p < share.length; p++) {
      double slope = pillarCounts(p) ? average.slope(share[p], stability[p], whole) : 0;
      double ofPillar = pillarCounts(p) ? memberWeightVariance(p) : 0;
      for (int m = layout.first[p]; m < layout.first[p + 1]; m++) {
        double memberSlope = pillarCounts(p) && counts[m] ? memberShare(p, m) : 0;
        if (memberSlope > 0) {
          ofPillar += memberSlope * memberSlope * ofMembers[m];
        } else {
          double missing = slopeIfKnown(p, m);
          variance += missing * missing * ofMembers[m];
        }
      }
      variance += slope * slope * ofPillar;
    }
    return variance;
  }

  /** What a member that moves nothing now would move, by its full weight, were it known. */
  private double slopeIfKnown(int p, int m) {
    double inner = layout.memberWeight[m] / layout.wholeMemberWeight[p];
    double outer = layout.pillarWeight[p] / layout.wholePillarWeight;
    double level = pillarCounts(p) ? stability[p] : whole;
    return inner * average.slope(outer, level, whole);
  }

  /**
   * How much S moves with weights drawn from Dirichlet(50 w), to first order: {@code S^2 g' (diag w
   * - w w') g / 51} with {@code g = ln s}; for other powers {@code S^(2-2p)/p^2} and {@code g =
   * s^p}.
   */
  double weightVariance() {
    double mean = 0;
    double square = 0;
    for (int p = 0; p < share.length; p++) {
      if (pillarCounts(p)) {
        double g = average.raised(stability[p]);
        mean += share[p] * g;
        square += share[p] * g * g;
      }
    }
    double slope = average.weightSlope(whole);
    return slope * slope * Math.max(0, square - mean * mean) / DIRICHLET_TOTAL;
  }

  /** {@code s' (diag v - v v') s / 51} for member weights drawn from Dirichlet(50 v). */
  private double memberWeightVariance(int p) {
    double mean = 0;
    double square = 0;
    for (int m = layout.first[p]; m < layout.first[p + 1]; m++) {
      if (counts[m]) {
        double s = 100 - risk[m];
        mean += memberShare(p, m) * s;
        square += memberShare(p, m) * s * s;
      }
    }
    return Math.max(0, square - mean * mean) / DIRICHLET_TOTAL;
  }

  /**
   * The move of one member that takes {@code S_dyn} to a threshold: that of its pillar over its
   * share.
   *
   * @return in points of the member's stability, possibly past its range; empty if it does not
   *     count or its pillar would have to fall through its floor
   */
  OptionalDouble moveTo(double threshold, int p, int m) {
    if (!pillarCounts(p) || !counts[m]) {
      return OptionalDouble.empty();
    }
    double needed = average.needed(threshold, whole, share[p], stability[p]);
    // Not a number where no pillar could do it.
    if (!(needed >= FLOOR)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((needed - (100 - meanRisk[p])) / memberShare(p, m));
  }
}
