package org.muscat.diplomacy.gdelt;

/** A file that cannot be used as a whole; the message says what is wrong with it. */
final class BadFileException extends Exception {

  private static final long serialVersionUID = 1L;

  BadFileException(String reason) {
    super(reason);
  }

  BadFileException(String reason, Throwable cause) {
    super(reason, cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
