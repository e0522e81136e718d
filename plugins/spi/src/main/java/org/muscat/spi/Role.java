package org.muscat.spi;

/** What a model may use an indicator for (method, section 4). */
public enum Role {
  /** A member of a pillar: its risk enters the index. */
  PILLAR,
  /** A part of the dialogue, pressure or kinetic axis of the regime. */
  AXIS,
  /** A clock towards a public deadline. */
  CLOCK,
  /** How much is hidden: widens the interval, never shifts the index. */
  OPACITY,
  /** The framework factor that caps the index. */
  STRUCTURE,
  /** A word for people, beside the index. */
  STATUS
}
