package org.muscat.server.cli;

/** What a command ends with. */
final class ExitCode {

  static final int OK = 0;
  static final int INTERNAL = 1;
  static final int USAGE = 2;

  /** Too little is known: there is no score. */
  static final int REFUSED = 3;

  /** A feed gave nothing usable. */
  static final int FETCH_FAILED = 4;

  /** The index is below {@code --fail-below}. */
  static final int BELOW = 5;

  /** The configuration cannot be used (EX_CONFIG of sysexits.h). */
  static final int CONFIGURATION = 78;

  private ExitCode() {}
}
