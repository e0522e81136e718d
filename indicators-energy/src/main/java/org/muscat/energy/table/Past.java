package org.muscat.energy.table;

/** What a publisher does with its past. */
public enum Past {
  /**
   * It is hardly ever revised. So what the first fetch tells of it could be known as soon as it was
   * published, which is assumed to be a lag after the day that it is about.
   */
  SETTLED,
  /**
   * Every publication estimates all of it anew. So what it says now could not be known before it
   * was fetched.
   */
  REESTIMATED
}
