package org.muscat.server.document;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.spi.Event;

/**
 * A dated event that an indicator reads, as JSON.
 *
 * @param key unique among the events of its series at its moment
 * @param value that its series gives to it
 * @param knownAt when what is said here became known
 * @param attributes texts by name, such as {@code summary}
 */
public record EventDocument(
    String series,
    String key,
    String type,
    double value,
    String observedAt,
    String knownAt,
    Map<String, String> attributes) {

  public EventDocument {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** An event of a series. */
  public static EventDocument of(String series, Event event) {
    return new EventDocument(
        series,
        event.key(),
        event.type(),
        event.value(),
        event.observedAt().toString(),
        event.knownAt().toString(),
        event.attributes());
  }

  /** When it happened. */
  public Instant moment() {
    return Instant.parse(observedAt);
  }
}
