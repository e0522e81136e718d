package org.muscat.host;

/** Where a plugin stands. */
public enum Status {
  /** Loaded, and called. */
  ACTIVE,
  /** One of its threads did not come back in time; the spare serves. */
  STUCK,
  /** Its threads are used up; none of its code is called until the host restarts. */
  QUARANTINED,
  /** Not loaded. */
  REJECTED
}
