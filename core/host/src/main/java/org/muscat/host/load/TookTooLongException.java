package org.muscat.host.load;

/** The code of a plugin did not come back in time. */
final class TookTooLongException extends Exception {

  private static final long serialVersionUID = 1L;

  TookTooLongException(String message) {
    super(message);
  }
}
