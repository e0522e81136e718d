package org.muscat.maritime.attack;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.muscat.maritime.geo.Position;
import org.muscat.spi.Event;

/**
 * What one reporter said of one incident.
 *
 * @param series of the reporter
 * @param weight of the kind of attack; 0 for what is none
 */
record Report(String series, String key, Instant observedAt, Position position, double weight) {

  /** In the order of time; the names only settle ties. */
  static final Comparator<Report> BY_TIME =
      Comparator.comparing(Report::observedAt)
          .thenComparing(Report::series)
          .thenComparing(Report::key);

  /** The report of an event; empty if it says no place on the Earth, or its weight is negative. */
  static Optional<Report> of(String series, Event event) {
    if (event.value() < 0) {
      return Optional.empty();
    }
    try {
      Position position = new Position(event.number("latitude"), event.number("longitude"));
      return Optional.of(
          new Report(series, event.key(), event.observedAt(), position, event.value()));
    } catch (IllegalArgumentException e) {
      // A feed refuses such a row; the reading counts it and says so.
      return Optional.empty();
    }
  }
}
