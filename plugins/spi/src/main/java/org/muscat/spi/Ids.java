package org.muscat.spi;

import java.util.regex.Pattern;

/** Checks the names that appear in YAML, metrics and the API. */
final class Ids {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern SERIES =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+");

  private Ids() {}

  static String requireId(String what, String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          what + " '" + id + "' is not lower-case words joined by hyphens, such as 'oil-fear'");
    }
    return id;
  }

  static String requireSeriesName(String name) {
    if (!SERIES.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "series name '" + name + "' is not a path of lower-case words, such as 'oil/brent-spot'");
    }
    return name;
  }

  static String requireText(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    return text;
  }
}
