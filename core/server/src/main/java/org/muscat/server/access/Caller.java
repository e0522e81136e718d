package org.muscat.server.access;

/**
 * Somebody who asks. Immutable.
 *
 * @param name as the credentials say; empty if nobody knows
 * @param role what may be done
 * @param by how it was proved
 */
record Caller(String name, Role role, Proof by) {

  /** How somebody proves who they are. */
  enum Proof {
    /** Not at all. */
    NONE,
    /** A user of the web configuration and the password. */
    PASSWORD,
    /** A signed token. */
    TOKEN,
    /** The token in the data folder. */
    LOCAL_TOKEN,
    /** A certificate that the web configuration trusts. */
    CERTIFICATE
  }

  /** Nobody in particular. */
  static final Caller NOBODY = new Caller("", Role.OPEN, Proof.NONE);

  boolean isKnown() {
    return by != Proof.NONE;
  }
}
