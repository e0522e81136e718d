package org.muscat.engine;

import java.util.List;
import org.muscat.engine.Model.Pillar;

/**
 * A pillar over those of its members that count: the weighted arithmetic mean of their stability,
 * weights relative to what counts (method, section 5.1).
 */
final class PillarMean {

  /** Keeps the logarithm of a pillar finite (method, section 5.1). */
  private static final double FLOOR = 1;

  private final Pillar pillar;
  private final List<Judged> members;
  private final double presentWeight;
  private final double risk;

  PillarMean(Pillar pillar, List<Judged> members) {
    this.pillar = pillar;
    this.members = members;
    double weight = 0;
    double weightedRisk = 0;
    for (Judged judged : members) {
      weight += judged.member().weight();
      weightedRisk += judged.member().weight() * (100 - judged.stability());
    }
    this.presentWeight = weight;
    this.risk = members.isEmpty() ? Double.NaN : weightedRisk / weight;
  }

  Pillar pillar() {
    return pillar;
  }

  /** The members that count. */
  List<Judged> members() {
    return members;
  }

  double coverage() {
    return presentWeight / pillar.memberWeight();
  }

  boolean meets(Model model) {
    return members.size() >= model.minimumLive() && coverage() >= model.coverageFloor();
  }

  /** In [1,100]. */
  double stability() {
    return Math.max(FLOOR, 100 - risk);
  }

  /** The share of a member in the mean. */
  double share(Judged judged) {
    return judged.member().weight() / presentWeight;
  }

  /** The share of a member in the risk of the pillar; the shares sum to 1 unless all are calm. */
  double shareOfRisk(Judged judged) {
    return risk == 0 ? 0 : share(judged) * (100 - judged.stability()) / risk;
  }

  /**
   * How much the mean moves with uncertain weights: {@code s' (diag v - v v') s / 51} for weights
   * drawn from Dirichlet(50 v).
   */
  double weightVariance() {
    double mean = 0;
    double square = 0;
    for (Judged judged : members) {
      mean += share(judged) * judged.stability();
      square += share(judged) * judged.stability() * judged.stability();
    }
    return Math.max(0, square - mean * mean) / Composition.DIRICHLET_TOTAL;
  }
}
