package org.muscat.engine.panel;

/** The rank of equal values. */
public enum Ties {
  /** The lowest of the ranks that they share. */
  MIN,
  /** The mean of the ranks that they share. */
  AVERAGE,
  /** The highest of the ranks that they share. */
  MAX
}
