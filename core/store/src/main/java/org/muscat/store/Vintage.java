package org.muscat.store;

/**
 * An epoch of one series from one source.
 *
 * @param firstKnown the earliest known-at of its observations, in milliseconds
 */
record Vintage(long id, String series, String source, int number, long firstKnown) {

  /** Names it in an error. */
  String label() {
    return "series '" + series + "' of source '" + source + "', vintage " + number;
  }
}
