package org.muscat.host.config;

/** The headings of the error reference for what is wrong with an option of a plugin. */
final class OptionCodes {

  static final String UNKNOWN_OPTION = "P201";
  static final String BAD_VALUE = "P202";
  static final String SECRET = "P203";

  private OptionCodes() {}
}
