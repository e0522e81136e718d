package org.muscat.diplomacy.chronicle;

import org.muscat.spi.Batch.Rejection;

/** Something in a chronicle file that its format does not allow. */
final class ChronicleException extends Exception {

  private static final long serialVersionUID = 1L;

  private final long line;

  ChronicleException(long line, String reason) {
    super(reason, null, false, false);
    this.line = line;
  }

  Rejection in(String file) {
    return new Rejection(file, line, String.valueOf(getMessage()));
  }
}
