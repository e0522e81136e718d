package org.muscat.maritime.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.CalibratedCase;
import org.muscat.toolkit.ScaleFile;

/**
 * What ASAM gives for the straits with enough attacks from 2000-01-01 to 2014-04-30: background and
 * contagion here, the scale in {@code scales-1.csv}. {@code deploy/bench/attacks} computes them
 * again; docs/maritime.md, Attacks, has their errors.
 */
enum AttackFigures {
  HORMUZ(Strait.HORMUZ, 0.0040, 0.569, 0.0586),
  BAB_EL_MANDEB(Strait.BAB_EL_MANDEB, 0.0236, 1.081, 0.0586),
  MALACCA(Strait.MALACCA, 0.0646, 0.482, 0.1164);

  private static final String INDICATOR = "attack-intensity";
  private static final ScaleFile FILE = ScaleFile.beside(AttackFigures.class, 1);

  private final Strait strait;
  private final double background;
  private final double contagion;
  private final double usual;

  AttackFigures(Strait strait, double background, double contagion, double usual) {
    this.strait = strait;
    this.background = background;
    this.contagion = contagion;
    this.usual = usual;
  }

  /** Those of a strait, as its series are named; empty if none were fitted. */
  static Optional<AttackFigures> of(String strait) {
    return Arrays.stream(values()).filter(f -> f.strait.word().equals(strait)).findFirst();
  }

  /** The straits that have a line in the file. */
  static List<CalibratedCase> cases() {
    return FILE.cases(INDICATOR, "strait");
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

  /**
   * Attacks a day with level .63, l0: the mean reading. Hormuz has that of Bab el-Mandeb like its
   * scale; by its own, .0056, a quiet day had level .51.
   */
  double usual() {
    return usual;
  }
}
