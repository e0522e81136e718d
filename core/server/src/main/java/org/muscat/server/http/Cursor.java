package org.muscat.server.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page begins. Callers get it as a text that means nothing to them.
 *
 * @param at the moment of the first thing on the page, to the millisecond
 * @param skip how many things of that very moment were on the page before
 */
record Cursor(Instant at, int skip) {

  private static final Pattern INSIDE = Pattern.compile("(-?[0-9]{1,18})\\.([0-9]{1,9})");

  /** The text of it. */
  String text() {
    String inside = at.toEpochMilli() + "." + skip;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(inside.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads the text.
   *
   * @throws Problem if it is none
   */
  static Cursor read(String text) {
    try {
      Matcher inside =
          INSIDE.matcher(
              new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
      if (inside.matches()) {
        return new Cursor(
            Instant.ofEpochMilli(Long.parseLong(inside.group(1))),
            Integer.parseInt(inside.group(2)));
      }
    } catch (IllegalArgumentException e) {
      // Told below, like a text that is Base64 of something else.
    }
    throw Problem.badRequest(
        FieldError.query(
            "cursor", text, "is no cursor; take it from the header Link of the page before"));
  }
}
