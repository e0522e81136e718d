package org.muscat.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The geometric mean of those pillars that count (method, section 5.2): {@code S = exp(sum w_i ln
 * s_i)}, weights relative to what counts.
 */
final class Composition {

  /** The concentration of the Dirichlet weights, 50, plus 1: what their covariance divides by. */
  static final double DIRICHLET_TOTAL = 51;

  private final Map<String, PillarMean> pillars = new HashMap<>();
  private final List<PillarMean> ordered;
  private final double presentWeight;
  private final double stability;

  Composition(List<PillarMean> pillars) {
    this.ordered = pillars;
    double weight = 0;
    for (PillarMean pillar : pillars) {
      this.pillars.put(pillar.pillar().id(), pillar);
      weight += pillar.pillar().weight();
    }
    this.presentWeight = weight;
    double logarithm = 0;
    for (PillarMean pillar : pillars) {
      logarithm += share(pillar) * Math.log(pillar.stability());
    }
    this.stability = Math.exp(logarithm);
  }

  /** In [1,100]. */
  double stability() {
    return stability;
  }

  /** The pillar if it counts. */
  Optional<PillarMean> pillar(String id) {
    return Optional.ofNullable(pillars.get(id));
  }

  /**
   * The pillar's part of what the index lacks to 100: {@code (100 - S) w ln(s/100) / ln(S/100)},
   * the logarithmic-mean Divisia share. The parts sum to {@code 100 - S}.
   */
  double contribution(PillarMean pillar) {
    double whole = Math.log(stability / 100);
    if (whole == 0) {
      return 0;
    }
    return (100 - stability) * share(pillar) * Math.log(pillar.stability() / 100) / whole;
  }

  /** {@code dS/ds} of one pillar. */
  double slope(PillarMean pillar) {
    return stability * share(pillar) / pillar.stability();
  }

  /**
   * {@code S^2 g' (diag w - w w') g / 51} with {@code g = ln s}: the weights as Dirichlet(50 w).
   */
  double weightVariance() {
    double mean = 0;
    double square = 0;
    for (PillarMean pillar : ordered) {
      double g = Math.log(pillar.stability());
      mean += share(pillar) * g;
      square += share(pillar) * g * g;
    }
    return stability * stability * Math.max(0, square - mean * mean) / DIRICHLET_TOTAL;
  }

  private double share(PillarMean pillar) {
    return pillar.pillar().weight() / presentWeight;
  }
}
