package org.muscat.host.load;

/** The code of a plugin threw something. */
final class PluginThrewException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Throwable thrown;

  PluginThrewException(Throwable thrown) {
    // not super(thrown): that asks the exception for its message, which may throw in turn
    super("the code of a plugin threw", thrown);
    this.thrown = thrown;
  }

  Throwable thrown() {
    return thrown;
  }
}
