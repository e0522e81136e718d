package org.muscat.server.http;

import java.time.Instant;

/**
 * The last event that a listener received.
 *
 * @param asOf of the event, to the millisecond
 * @param theatre of the event
 */
record StreamPosition(Instant asOf, String theatre) {

  /** Reads the id of an event, which has the form that the contract demands. */
  static StreamPosition read(String id) {
    int dash = id.indexOf('-', 1);
    return new StreamPosition(
        Instant.ofEpochMilli(Long.parseLong(id.substring(0, dash))), id.substring(dash + 1));
  }

  /** From when on events of a theatre come after this one. */
  Instant next(String ofTheatre) {
    return ofTheatre.compareTo(theatre) > 0 ? asOf : asOf.plusMillis(1);
  }
}
