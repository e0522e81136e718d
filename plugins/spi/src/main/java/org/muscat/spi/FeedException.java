package org.muscat.spi;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source gave nothing usable. The message says what, where, which value and what to do. */
public final class FeedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why a fetch failed, coarse enough to count. */
  public enum Reason {
    /** The source could not be reached, or hung up before its answer was whole. */
    UNREACHABLE,
    /** The source did not answer in time. */
    TIMED_OUT,
    /** The source cannot prove who it is: its certificate is expired, unknown or another's. */
    UNTRUSTED,
    /** The source wants other credentials. */
    UNAUTHORISED,
    /** The source asks for fewer requests. */
    RATE_LIMITED,
    /** The source says that it failed. */
    SOURCE_FAILED,
    /** The source answered in another shape than before. */
    SOURCE_CHANGED,
    /** The source answered with something that is not data. */
    BAD_DATA,
    /** The source answered more than was asked for or can be held. */
    TOO_LARGE,
    /** The feed cannot work with its configuration. */
    CONFIGURATION
  }

  private final Reason reason;
  private final @Nullable Instant retryAfter;

  public FeedException(Reason reason, String message) {
    super(message);
    this.reason = Ids.requirePresent("reason of a failure", reason);
    this.retryAfter = null;
  }

  /**
   * A failure after which the source is to be left alone for a while.
   *
   * @param retryAfter the moment before which it wants no further request
   */
  public FeedException(Reason reason, String message, Instant retryAfter) {
    super(message);
    this.reason = Ids.requirePresent("reason of a failure", reason);
    this.retryAfter = retryAfter;
  }

  public FeedException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = Ids.requirePresent("reason of a failure", reason);
    this.retryAfter = null;
  }

  public Reason reason() {
    return reason;
  }

  /** The moment before which the source wants no further request, if it named one. */
  public Optional<Instant> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
