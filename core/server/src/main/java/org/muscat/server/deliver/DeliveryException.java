package org.muscat.server.deliver;

/** Scores did not arrive. The message says why, without the target. */
public final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** What somebody has to do about it. */
  public enum Reason {
    /** Nobody answered, or whoever did was not well; another run may succeed. */
    UNREACHABLE,
    /** The credentials are not the right ones. */
    UNAUTHORISED,
    /** What was sent is not wanted; it will not be the next time either. */
    REJECTED
  }

  DeliveryException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  DeliveryException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
