package org.muscat.host.load;

/**
 * Makes text of others fit for one line of a log, a table or a terminal: what a plugin says can
 * neither begin a line that looks like the host's own nor move the cursor, and has an end.
 */
public final class PlainText {

  /** The longest text of a plugin that is kept, in characters: a reason, a fact, a message. */
  public static final int LONGEST = 4_000;

  private PlainText() {}

  /** One line: breaks and tabs become spaces, other control characters their numbers. */
  public static String line(String text) {
    int first = firstControl(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char next = text.charAt(i);
      if (isBreak(next)) {
        line.append(' ');
      } else if (isControl(next)) {
        line.append(String.format("\\u%04x", (int) next));
      } else {
        line.append(next);
      }
    }
    return line.toString();
  }

  /** One line of at most {@link #LONGEST} characters of the text, and how long it was. */
  public static String shortLine(String text) {
    return line(cut(text, LONGEST));
  }

  /** So many characters of the text, and how long it was if there are more. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "... (" + text.length() + " characters)";
  }

  private static int firstControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isBreak(char next) {
    return next == '\n' || next == '\r' || next == '\t';
  }

  /** Those that turn the direction of writing among them. */
  private static boolean isControl(char next) {
    return Character.isISOControl(next)
        || (next >= '\u2028' && next <= '\u202e')
        || (next >= '\u2066' && next <= '\u2069');
  }
}
