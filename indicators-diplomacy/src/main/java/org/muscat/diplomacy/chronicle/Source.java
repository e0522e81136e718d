package org.muscat.diplomacy.chronicle;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A source of an event.
 *
 * @param publisher as the coder wrote it: the agency, a slash and its carrier where both are known
 * @param opened whether the coder saw its text
 */
record Source(String publisher, boolean opened) {

  private static final Pattern CARRIER = Pattern.compile(" / .*");
  private static final Pattern COPY = Pattern.compile(" \\(.*\\)| copy$");
  private static final Pattern ARTICLE = Pattern.compile("^the ");

  /**
   * Who wrote the text, in lower case: copies of an agency's text in two papers are one source, and
   * so are a page and its copy elsewhere.
   */
  String origin() {
    String origin = CARRIER.matcher(publisher.strip()).replaceFirst("");
    origin = COPY.matcher(origin).replaceAll("").strip().toLowerCase(Locale.ROOT);
    return ARTICLE.matcher(origin).replaceFirst("");
  }
}
