package org.muscat.store;

/**
 * Where a feed goes on at its next fetch.
 *
 * @param instance names the configured feed
 * @param position the feed's own words, such as the name of the last file it read; may be empty
 */
public record FeedCursor(String instance, String position) {

  public FeedCursor {
    if (instance.isBlank()) {
      throw new IllegalArgumentException("feed instance of a cursor is blank");
    }
  }
}
