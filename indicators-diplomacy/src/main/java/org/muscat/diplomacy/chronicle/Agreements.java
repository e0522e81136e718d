package org.muscat.diplomacy.chronicle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muscat.spi.Event;

/** Which agreements are in force; one ends with an {@code agreement-end} of the same actors. */
final class Agreements {

  private Agreements() {}

  /** The starts of those that are in force after these events, in their order. */
  static Collection<Event> inForce(List<Event> events) {
    Map<Set<String>, Event> inForce = new LinkedHashMap<>();
    for (Event event : events) {
      if (event.type().equals(EventType.AGREEMENT_START.word())) {
        inForce.put(Actors.of(event), event);
      } else if (event.type().equals(EventType.AGREEMENT_END.word())) {
        inForce.remove(Actors.of(event));
      }
    }
    return inForce.values();
  }
}
