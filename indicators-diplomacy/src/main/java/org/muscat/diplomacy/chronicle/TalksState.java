package org.muscat.diplomacy.chronicle;

import java.util.Optional;
import org.muscat.spi.Event;

/** In which state talks can be (method, section 4, D6). */
enum TalksState {
  NONE,
  CONTACT,
  NEGOTIATING,
  AGREED;

  /** The state that an event reports; an agreement in force is no report, it is a fact. */
  static Optional<TalksState> reportedBy(Event event) {
    return EventType.of(event.type()).flatMap(TalksState::reportedBy);
  }

  private static Optional<TalksState> reportedBy(EventType type) {
    return switch (type) {
      case DENIAL, COLLAPSE -> Optional.of(NONE);
      case CONTACT, CANCELLATION -> Optional.of(CONTACT);
      case INDIRECT_ROUND, DIRECT_ROUND -> Optional.of(NEGOTIATING);
      case INTERIM_MOU -> Optional.of(AGREED);
      default -> Optional.empty();
    };
  }
}
