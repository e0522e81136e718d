package org.muscat.server.access;

import java.util.regex.Pattern;

/**
 * Somebody who asks. Immutable.
 *
 * @param name as the credentials say; empty if nobody knows
 * @param role what may be done
 * @param by how it was proved
 */
record Caller(String name, Role role, Proof by) {

  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

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

  /** A name goes into the log, where it must not begin another line or hide what follows. */
  Caller {
    name = UNSEEN.matcher(name).replaceAll("\uFFFD");
  }

  /** Nobody in particular. */
  static final Caller NOBODY = new Caller("", Role.OPEN, Proof.NONE);

  boolean isKnown() {
    return by != Proof.NONE;
  }
}
