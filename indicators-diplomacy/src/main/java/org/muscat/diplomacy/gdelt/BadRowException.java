package org.muscat.diplomacy.gdelt;

/** A row that cannot be used; the message says which value and what was expected. */
final class BadRowException extends Exception {

  private static final long serialVersionUID = 1L;

  BadRowException(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
