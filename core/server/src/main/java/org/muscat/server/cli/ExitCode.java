package org.muscat.server.cli;

import org.muscat.server.deliver.DeliveryException.Reason;

/** What a command ends with. Where several are due, it is the smallest. */
final class ExitCode {

  static final int OK = 0;
  static final int INTERNAL = 1;
  static final int USAGE = 2;

  /** Too little is known: there is no score. */
  static final int REFUSED = 3;

  /** A feed failed. What is known is scored and delivered all the same. */
  static final int FETCH_FAILED = 4;

  /** The index is below {@code --fail-below}. */
  static final int BELOW = 5;

  /** The regime is one of {@code --fail-on-regime}. */
  static final int REGIME = 6;

  /** Another run holds the lock. */
  static final int LOCKED = 7;

  /** There is a score, and one place where it was to go could not be reached. */
  static final int UNREACHABLE = 8;

  /** The same, and it did not take the credentials. */
  static final int UNAUTHORISED = 9;

  /** The same, and it did not want what was sent. */
  static final int REJECTED = 10;

  /** The configuration cannot be used (EX_CONFIG of sysexits.h). */
  static final int CONFIGURATION = 78;

  private ExitCode() {}

  /** What scores that did not arrive end with. */
  static int of(Reason reason) {
    return switch (reason) {
      case UNREACHABLE -> UNREACHABLE;
      case UNAUTHORISED -> UNAUTHORISED;
      case REJECTED -> REJECTED;
    };
  }

  /** The one of two that counts. */
  static int both(int one, int other) {
    if (one == OK || other == OK) {
      return Math.max(one, other);
    }
    return Math.min(one, other);
  }
}
