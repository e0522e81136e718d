package org.muscat.spi;

import java.util.Objects;
import java.util.regex.Pattern;

/** Checks the names that appear in YAML, metrics and the API. */
final class Ids {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern SERIES =
      Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+");

  private Ids() {}

  static String requireId(String what, String id) {
    if (!ID.matcher(requirePresent(what, id)).matches()) {
      throw new IllegalArgumentException(
          what + " '" + id + "' is not lower-case words joined by hyphens, such as 'oil-fear'");
    }
    return id;
  }

  static String requireSeriesName(String name) {
    if (!SERIES.matcher(requirePresent("series name", name)).matches()) {
      throw new IllegalArgumentException(
          "series name '" + name + "' is not a path of lower-case words, such as 'oil/brent-spot'");
    }
    return name;
  }

  /** Whatever compiles without a null check may be null in a plugin, which is told here. */
  static <T> T requirePresent(String what, T value) {
    return Objects.requireNonNull(value, () -> what + " is null");
  }

  static String requireText(String what, String text) {
    if (requirePresent(what, text).isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    return text;
  }

  /** What stands in a table or a line of a log. */
  static String requireLine(String what, String text) {
    requireText(what, text);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new IllegalArgumentException(
            what
                + " has the control character "
                + (int) text.charAt(i)
                + " at position "
                + i
                + "; write one line of text");
      }
    }
    return text;
  }
}
