package org.muscat.engine;

/** How good one input is (method, section 4). */
public enum Quality {
  /** Fresh and whole. */
  OK,
  /** Older than half its maximum age. */
  STALE,
  /** Measured from less data than it wants. */
  PARTIAL,
  /** No measurement, or one past its maximum age. */
  MISSING,
  /** There is data, which cannot be believed; held at its last value as if it were missing. */
  SUSPECT
}
