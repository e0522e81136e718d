package org.muscat.host.load;

/**
 * Tells of what happened to the code of a plugin in another JVM. Its message says all of it, the
 * class of what was thrown there included.
 */
public final class ElsewhereException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ElsewhereException(String message) {
    super(message);
  }
}
