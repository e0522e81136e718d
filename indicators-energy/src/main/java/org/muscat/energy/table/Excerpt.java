package org.muscat.energy.table;

/** The beginning of something that may be long, on one line, for messages. */
final class Excerpt {

  private static final int LONGEST = 120;

  private Excerpt() {}

  static String of(String text) {
    String head = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String line = head.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
