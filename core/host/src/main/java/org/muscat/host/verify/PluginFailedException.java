package org.muscat.host.verify;

/** The plugin could not be called, so that there is nothing to look at. */
final class PluginFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final String fix;

  PluginFailedException(String what, String fix) {
    super(what);
    this.what = what;
    this.fix = fix;
  }

  String what() {
    return what;
  }

  String fix() {
    return fix;
  }
}
