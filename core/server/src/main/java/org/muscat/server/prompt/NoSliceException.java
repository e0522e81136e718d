package org.muscat.server.prompt;

/** The length of a thread's slice could not be changed; the message says why. */
final class NoSliceException extends Exception {

  private static final long serialVersionUID = 1L;

  NoSliceException(String message) {
    super(message);
  }

  NoSliceException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
