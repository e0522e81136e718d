package org.muscat.store;

import java.time.Instant;
import java.util.Map;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Observation;

/**
 * One thing that a source said, with all that the store knows about it. Immutable. Moments are
 * whole milliseconds.
 *
 * @param series logical name
 * @param source who said it
 * @param vintage the epoch of the source, from 1
 * @param key names an event; empty for a point
 * @param observedAt what it is about
 * @param knownAt when it could first be known
 * @param basis on what grounds that moment stands
 * @param value finite, in the unit of the series
 * @param type of an event; empty for a point
 * @param attributes of an event
 * @param recordedAt of the delivery that brought it
 */
public record StoredVersion(
    String series,
    String source,
    int vintage,
    String key,
    Instant observedAt,
    Instant knownAt,
    KnownBasis basis,
    double value,
    String type,
    Map<String, String> attributes,
    Instant recordedAt) {

  public StoredVersion {
    attributes = Map.copyOf(attributes);
  }

  /**
   * What a feed would have said, without its known-at.
   *
   * @throws IllegalArgumentException if this cannot have been said, such as a value that is not
   *     finite, or something published before it happened
   */
  Observation observation() {
    Observation told =
        key.isEmpty()
            ? Observation.point(series, observedAt, value)
            : Observation.event(series, key, observedAt, type, value, attributes);
    // What was fetched is known from its fetch on, even if it speaks of days to come.
    return basis == KnownBasis.FETCHED ? told : told.knownAt(knownAt, basis);
  }

  /** What the store keeps of it. */
  Fact fact() {
    return new Fact(
        new Identity(Times.atOrAfter(observedAt), key),
        Times.atOrAfter(knownAt),
        basis,
        Content.of(observation()));
  }
}
