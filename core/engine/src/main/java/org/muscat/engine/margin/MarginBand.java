package org.muscat.engine.margin;

/** The word for a margin (method, section 7). */
public enum MarginBand {
  /** Less than one sigma. */
  THIN,
  /** One to two sigma, or more under a veto. */
  MODERATE,
  /** More than two sigma, and nothing vetoes the word. */
  AMPLE
}
