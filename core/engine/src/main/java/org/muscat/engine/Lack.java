package org.muscat.engine;

import org.muscat.engine.attribution.LogMean;

/**
 * What the index lacks to 100, split exactly (method, section 5, attribution): the pillars, the
 * structural factor and the response sum to {@code 100 - S}.
 */
final class Lack {

  private final double[] pillars;
  private final double structure;
  private final double response;

  /**
   * Splits the way from 100 to S: to the target by the logarithmic mean, from there by the lag.
   *
   * @param counted the pillars that the score rests on
   * @param factor F, in (0,1]
   */
  Lack(Layout layout, Composition counted, double factor, IndexState.Score score) {
    double perLog = LogMean.of(score.target(), 100);
    this.pillars = layout.average.logParts(counted.shares(), layout.allCalm, counted.stabilities());
    for (int p = 0; p < pillars.length; p++) {
      // Not a minus alone: what takes nothing would take -0.
      pillars[p] = 0 - perLog * pillars[p];
    }
    this.structure = 0 - perLog * Math.log(factor);
    this.response = score.target() - score.stability();
  }

  /** Of one pillar; 0 if it does not count. */
  double ofPillar(int p) {
    return pillars[p];
  }

  /** Of the structural factor, 0 or more. */
  double structure() {
    return structure;
  }

  /** {@code S* - S}: negative while the index still falls behind its target. */
  double response() {
    return response;
  }
}
