package org.muscat.diplomacy.chronicle;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A source of an event.
 *
 * @param publisher as the coder wrote it: the agency, a slash and its carrier where both are known
 * @param date of the text, if it has one
 * @param opened whether the coder saw its text
 * @param link where, if that is known
 */
record Source(String publisher, @Nullable LocalDate date, boolean opened, @Nullable String link) {

  private static final Pattern CARRIER = Pattern.compile(" / .*");

  /** Of a link, or of the link inside that of an archive. */
  private static final Pattern HOST =
      Pattern.compile(".*https?://(?:www\\.)?([^/:?#]+).*", Pattern.CASE_INSENSITIVE);

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

  /**
   * Whether another source is no second one: the same publisher, the same link or the same site.
   */
  boolean isOneWith(Source other) {
    return origin().equals(other.origin()) || hasLinkOf(other) || hasSiteOf(other);
  }

  private boolean hasLinkOf(Source other) {
    return link != null && link.equals(other.link);
  }

  /** A site that carries a text of an agency is not its origin. */
  private boolean hasSiteOf(Source other) {
    if (isCarried() || other.isCarried()) {
      return false;
    }
    String one = site();
    String two = other.site();
    return !one.isEmpty()
        && !two.isEmpty()
        && (one.equals(two) || one.endsWith("." + two) || two.endsWith("." + one));
  }

  private boolean isCarried() {
    return CARRIER.matcher(publisher).find();
  }

  /** The host of the link in lower case; empty if there is none. */
  private String site() {
    if (link == null) {
      return "";
    }
    Matcher host = HOST.matcher(link);
    return host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
