package org.muscat.host;

/** The code of a plugin threw something. */
final class PluginThrewException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Throwable thrown;

  PluginThrewException(Throwable thrown) {
    super(thrown);
    this.thrown = thrown;
  }

  Throwable thrown() {
    return thrown;
  }
}
