package org.muscat.maritime.attack;

import java.util.Arrays;
import java.util.Optional;
import org.muscat.maritime.geo.Strait;
import org.muscat.toolkit.ScaleFile;

/**
 * What ASAM gives for the straits with enough attacks from 2000-01-01 to 2014-04-30: background and
 * contagion here, the scale in {@code scales-1.csv}. {@code deploy/bench/attacks} computes them
 * again; docs/maritime.md, Attacks, has their errors.
 */
enum AttackFigures {
  HORMUZ(Strait.HORMUZ, 0.0043, 0.505),
  BAB_EL_MANDEB(Strait.BAB_EL_MANDEB, 0.0234, 0.745),
  MALACCA(Strait.MALACCA, 0.0644, 0.483);

  private static final String INDICATOR = "attack-intensity";
  private static final ScaleFile FILE = ScaleFile.beside(AttackFigures.class, 1);

  private final Strait strait;
  private final double background;
  private final double contagion;

  AttackFigures(Strait strait, double background, double contagion) {
    this.strait = strait;
    this.background = background;
    this.contagion = contagion;
  }

  /** Those of a strait, as its series are named; empty if none were fitted. */
  static Optional<AttackFigures> of(String strait) {
    return Arrays.stream(values()).filter(f -> f.strait.word().equals(strait)).findFirst();
  }

  /** The scale of a strait, or the one for straits without one. */
  static ScaleFile.Entry scale(String strait) {
    return FILE.find(INDICATOR + "/" + strait).orElseGet(AttackFigures::commonScale);
  }

  /** The scale for straits without one. */
  static ScaleFile.Entry commonScale() {
    return FILE.of(INDICATOR);
  }

  /** Attacks a day that none before has brought, mu. */
  double background() {
    return background;
  }

  /** How many others an attack of weight 1 at the strait brings, a. */
  double contagion() {
    return contagion;
  }
}
