package org.muscat.host;

/** Where a plugin stands. */
public enum Status {
  /** Loaded, and called. */
  ACTIVE,
  /** Called, but the last call did not give all that was asked for; or not called for a while. */
  DEGRADED,
  /** One of its threads did not come back in time; the spare serves. */
  STUCK,
  /**
   * None of its code is called until it is released: its threads are used up, or by an operator.
   */
  QUARANTINED,
  /** Not loaded. */
  REJECTED
}
