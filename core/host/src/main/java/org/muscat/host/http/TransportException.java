package org.muscat.host.http;

import org.muscat.spi.FeedException.Reason;

/** No whole answer came. */
final class TransportException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final boolean passing;

  /**
   * A failure.
   *
   * @param message what happened, without the address
   * @param passing whether another try is worth it
   */
  TransportException(Reason reason, String message, boolean passing) {
    super(message);
    this.reason = reason;
    this.passing = passing;
  }

  Reason reason() {
    return reason;
  }

  boolean isPassing() {
    return passing;
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
