package org.muscat.diplomacy.chronicle;

import java.util.Arrays;
import java.util.Set;
import org.muscat.spi.Event;

/** Who took part in an event, by CAMEO codes; the order says who began, which is not used here. */
final class Actors {

  private Actors() {}

  static Set<String> of(Event event) {
    return Set.copyOf(Arrays.asList(event.attributes().getOrDefault("actors", "").split(" ", -1)));
  }

  /** An exchange has two sides: events with two actors in common are about the same one. */
  static boolean shareTwo(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).limit(2).count() == 2;
  }
}
