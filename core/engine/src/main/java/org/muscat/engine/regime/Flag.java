package org.muscat.engine.regime;

/** What is said of a theatre beside its regime (method, section 6). */
public enum Flag {
  /** Talks under a deadline, past the calibrated optimum of pressure. */
  BRINK,
  /** Within 7 d the pressure rose and the dialogue fell. */
  ESCALATING,
  /** A third party mediates. */
  MEDIATED,
  /** The index is less than one sigma from the next-worse band. */
  THIN_MARGIN,
  /** One pillar is far from the others. */
  DIVERGENCE
}
