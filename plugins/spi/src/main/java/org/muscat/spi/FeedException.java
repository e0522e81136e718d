package org.muscat.spi;

/** A source gave nothing usable. The message says what, where, which value and what to do. */
public final class FeedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why a fetch failed, coarse enough to count. */
  public enum Reason {
    /** The source could not be reached. */
    UNREACHABLE,
    /** The source wants other credentials. */
    UNAUTHORISED,
    /** The source asks for fewer requests. */
    RATE_LIMITED,
    /** The source answered in another shape than before. */
    SOURCE_CHANGED,
    /** The source answered with something that is not data. */
    BAD_DATA,
    /** The feed cannot work with its configuration. */
    CONFIGURATION
  }

  private final Reason reason;

  public FeedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public FeedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
