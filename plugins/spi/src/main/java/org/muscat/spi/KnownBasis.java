package org.muscat.spi;

/** On what grounds the known-at of an observation stands (method, section 2, rule 9). */
public enum KnownBasis {
  /** The moment of the fetch. */
  FETCHED,
  /** The publisher's own date of publication. */
  PUBLISHED,
  /** Observed-at plus a declared lag: recorded history without publication dates. */
  ASSUMED
}
