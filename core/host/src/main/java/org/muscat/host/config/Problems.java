package org.muscat.host.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects everything that is wrong, in the order in which it was found. For one thread. */
public final class Problems {

  private final List<Problem> all = new ArrayList<>();

  /** Adds a problem with what is written at a place. */
  public void add(Place place, String message) {
    add(place, "", message);
  }

  /**
   * Adds a problem that has a heading in the error reference.
   *
   * @param code that heading, such as {@code P202}
   */
  public void add(Place place, String code, String message) {
    all.add(new Problem(place.file(), place.line(), place.path(), message, code));
  }

  /** Adds all problems of another collection. */
  public void addAll(Problems others) {
    all.addAll(others.all);
  }

  /**
   * Adds a problem for each key that is not known, with the nearest known one.
   *
   * @param known the keys that the mapping may have
   */
  public void addUnknownKeys(ConfigNode.Mapping mapping, Collection<String> known) {
    for (ConfigNode.Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        add(
            entry.place(),
            "unknown option '" + entry.key() + "'" + Suggestion.of(entry.key(), known));
      }
    }
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public int size() {
    return all.size();
  }

  /** Everything found so far. */
  public List<Problem> all() {
    return List.copyOf(all);
  }
}
