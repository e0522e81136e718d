package org.muscat.engine.regime;

/** What CONFLICT asks of the strait of a theatre (method, sections 4 M10 and 6). */
public enum Strait {
  /** Open or restricted, or the theatre has no strait. */
  PASSABLE,
  /** Next to no transits for days. */
  EFFECTIVELY_CLOSED,
  /** The status is missing: it does not begin a conflict, and it does not help to end one. */
  UNKNOWN
}
