package org.muscat.store;

import java.time.Instant;

/**
 * A source told its past anew: more than a fifth of the overlapping values had changed (method,
 * rule 5). What it said before is suspect until its history was read whole, as the next vintage.
 * Immutable.
 *
 * @param source who told it
 * @param number the vintage that begins
 * @param instance the feed that saw it, in the configuration
 * @param series the series that showed it
 * @param overlapping how many of its delivered observations were known and older than 30 days
 * @param changed how many of these had another value
 * @param detectedAt the moment of the fetch
 */
public record VintageBreak(
    String source,
    int number,
    String instance,
    String series,
    long overlapping,
    long changed,
    Instant detectedAt) {

  @Override
  public String toString() {
    return "source '"
        + source
        + "' told its past anew, seen at "
        + detectedAt
        + ": "
        + changed
        + " of "
        + overlapping
        + " values of '"
        + series
        + "' older than 30 d had changed";
  }
}
