package org.muscat.engine.margin;

/** The word for a stability, from the calmest to the worst (method, section 7). */
public enum StabilityBand {
  CALM,
  GUARDED,
  ELEVATED,
  SEVERE,
  CRITICAL
}
