package org.muscat.engine.regime;

/** What state of affairs a theatre is in (method, section 6). Exactly one holds at any moment. */
public enum Regime {
  /** Talks and little pressure. */
  DETENTE,
  /** Talks under pressure. */
  CONTAINMENT,
  /** Pressure without talks. */
  COERCION,
  /** Force is used, or the strait is closed under force. */
  CONFLICT,
  /** None of the others. */
  DRIFT,
  /** An axis is missing and CONFLICT does not hold. */
  UNDETERMINED
}
