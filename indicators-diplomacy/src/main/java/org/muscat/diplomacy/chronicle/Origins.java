package org.muscat.diplomacy.chronicle;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who is behind the sources of an event, each once. Two sources are one if they name one publisher,
 * have one link, or stand on one site; but a text of an agency, written {@code agency / carrier},
 * is the agency's, whatever else its carrier wrote.
 */
final class Origins {

  private Origins() {}

  /** One name for each origin, in lower case. */
  static SortedSet<String> of(List<Source> sources) {
    List<List<Source>> origins = new ArrayList<>();
    for (Source source : sources) {
      List<Source> one = new ArrayList<>(List.of(source));
      for (List<Source> other : List.copyOf(origins)) {
        if (other.stream().anyMatch(source::isOneWith)) {
          one.addAll(one.size() - 1, other);
          origins.remove(other);
        }
      }
      origins.add(one);
    }
    SortedSet<String> names = new TreeSet<>();
    origins.forEach(origin -> names.add(origin.get(0).origin()));
    return names;
  }
}
