package org.muscat.engine.panel.audit;

import org.muscat.engine.panel.Ranks;
import org.muscat.engine.panel.Ties;

/** Measures of how two columns go together, over the units that have both. */
public enum Correlation {
  /** The product-moment correlation (Pearson 1895). */
  PEARSON {
    @Override
    double of(Pairs pairs) {
      return pairs.pearson();
    }
  },
  /** Pearson's correlation of the ranks, ties taking the mean of theirs (Spearman 1904). */
  SPEARMAN {
    @Override
    double of(Pairs pairs) {
      return PEARSON.of(
          new Pairs(
              Ranks.ascending(pairs.x(), Ties.AVERAGE), Ranks.ascending(pairs.y(), Ties.AVERAGE)));
    }
  },
  /**
   * Tau-b: concordant less discordant pairs, over {@code sqrt((n0 - n1) (n0 - n2))} with the pairs
   * n0 and the pairs tied in either column n1, n2 (Kendall 1945).
   */
  KENDALL {
    @Override
    double of(Pairs pairs) {
      return pairs.tauB();
    }
  };

  abstract double of(Pairs pairs);

  /**
   * The correlation of two columns over the units of which both values are there.
   *
   * @param x NaN where missing
   * @param y NaN where missing, as long as x
   * @return in [-1,1]; NaN below two pairs or where a column is constant over them
   * @throws IllegalArgumentException if the lengths differ
   */
  public double of(double[] x, double[] y) {
    double r = of(Pairs.complete(x, y));
    return Math.max(-1, Math.min(1, r));
  }
}
