package org.muscat.diplomacy.chronicle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.muscat.spi.Event;

/** How long an event lasted, as far as it is known. */
final class Lasting {

  private Lasting() {}

  /** The start of the last day of an event; empty while it goes on. */
  static Optional<Instant> lastDay(Event event) {
    String until = event.attributes().get("until");
    if (until != null) {
      return Optional.of(LocalDate.parse(until).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
    return event.attributes().containsKey("ongoing")
        ? Optional.empty()
        : Optional.of(event.observedAt());
  }
}
