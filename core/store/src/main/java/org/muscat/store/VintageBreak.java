package org.muscat.store;

import java.time.Instant;

/**
 * A source told the past of a series anew: more than a fifth of the overlapping values had changed
 * (method, rule 5). What it said before is suspect until its history was read whole, as another
 * vintage. Immutable.
 *
 * @param source who told it
 * @param number the vintage that begins, or a later one
 * @param instance the feed that saw it, in the configuration
 * @param series the series
 * @param overlapping how many of the delivered observations were known and older than 30 days
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

  /** The series as that source tells it. */
  public Origin origin() {
    return new Origin(series, source);
  }

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
