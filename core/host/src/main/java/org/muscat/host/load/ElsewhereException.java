package org.muscat.host.load;

/**
 * Tells of what happened to the code of a plugin in another JVM. Its message says all of it, the
 * class of what was thrown there included.
 */
public final class ElsewhereException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean thrown;

  /** Something happened to the process: it ended, or is being started again. */
  public ElsewhereException(String message) {
    this(message, false);
  }

  private ElsewhereException(String message, boolean thrown) {
    super(message);
    this.thrown = thrown;
  }

  /** The code of the plugin threw something there. */
  public static ElsewhereException thrown(String message) {
    return new ElsewhereException(message, true);
  }

  /** Whether the process failed, so that the same call may succeed another time. */
  public boolean isOfTheProcess() {
    return !thrown;
  }
}
