package org.muscat.engine.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ids of rows or columns and where each stands; panels of the same rows share one. Immutable.
 */
final class Ids {

  private final String kind;
  private final List<String> ids;
  private final Map<String, Integer> positions = new HashMap<>();

  /**
   * Ids in order.
   *
   * @param kind what they name, for messages
   * @throws IllegalArgumentException if one stands twice
   */
  Ids(String kind, List<String> ids) {
    this.kind = kind;
    this.ids = List.copyOf(ids);
    for (int i = 0; i < this.ids.size(); i++) {
      if (positions.put(this.ids.get(i), i) != null) {
        throw new IllegalArgumentException("the " + kind + " '" + ids.get(i) + "' stands twice");
      }
    }
  }

  List<String> all() {
    return ids;
  }

  int count() {
    return ids.size();
  }

  boolean has(String id) {
    return positions.containsKey(id);
  }

  int position(String id) {
    Integer position = positions.get(id);
    if (position == null) {
      throw new IllegalArgumentException("the panel has no " + kind + " '" + id + "'");
    }
    return position;
  }
}
