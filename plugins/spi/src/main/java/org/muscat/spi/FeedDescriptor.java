package org.muscat.spi;

import java.time.Duration;

/** What feeds of one kind observe, from whom and how often. Immutable. */
public final class FeedDescriptor {

  private final String id;
  private final String title;
  private final String source;
  private final Duration cadence;
  private final String licence;
  private final boolean tellsWholeHistory;

  private FeedDescriptor(
      String id,
      String title,
      String source,
      Duration cadence,
      String licence,
      boolean tellsWholeHistory) {
    this.id = Ids.requireId("feed id", id);
    this.title = Ids.requireLine("feed title", title);
    this.source = Ids.requireLine("feed source", source);
    this.licence = Ids.requireLine("feed licence", licence);
    if (Ids.requirePresent("cadence of feed " + id, cadence).isZero() || cadence.isNegative()) {
      throw new IllegalArgumentException(
          "cadence of feed '" + id + "' is not positive: " + cadence);
    }
    this.cadence = cadence;
    this.tellsWholeHistory = tellsWholeHistory;
  }

  /**
   * Describes a kind of feed.
   *
   * @param id lower-case words joined by hyphens, such as {@code gdelt-files}
   * @param title one line for people
   * @param source where the observations come from: an address, or a word such as "files"
   * @param cadence how often the source has something new, positive
   * @param licence the terms of the observations
   * @throws IllegalArgumentException if a value is malformed, or a text has control characters
   */
  public static FeedDescriptor of(
      String id, String title, String source, Duration cadence, String licence) {
    return new FeedDescriptor(id, title, source, cadence, licence, false);
  }

  /**
   * The same feed, one whose fetch without a cursor always gives the whole history as the source
   * tells it now. When the source tells its past anew, the host can then read it again, as another
   * vintage. Without this, such a fetch fails until somebody imports the history by hand.
   */
  public FeedDescriptor tellingWholeHistory() {
    return new FeedDescriptor(id, title, source, cadence, licence, true);
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  public String source() {
    return source;
  }

  /** How often the source has something new. */
  public Duration cadence() {
    return cadence;
  }

  public String licence() {
    return licence;
  }

  /** Whether a fetch without a cursor always gives the whole history. */
  public boolean tellsWholeHistory() {
    return tellsWholeHistory;
  }
}
