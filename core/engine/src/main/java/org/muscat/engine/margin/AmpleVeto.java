package org.muscat.engine.margin;

/**
 * What forbids to call a margin AMPLE (method, section 7). A flag that cannot be decided forbids it
 * too: the word is a promise of calm, and missing is not calm.
 */
public enum AmpleVeto {
  /** The flag BRINK is raised or undecided. */
  BRINK,
  /** The flag DIVERGENCE is raised or undecided. */
  DIVERGENCE,
  /** The coverage of the index is below {@link Margin#THIN_COVERAGE}. */
  THIN_COVERAGE
}
