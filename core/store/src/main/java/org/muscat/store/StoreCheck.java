package org.muscat.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a look at the whole store found. Immutable.
 *
 * @param problems one sentence each; none if all is well
 * @param rows of each table, by its name
 * @param bytes that the database takes; empty if it does not tell
 */
public record StoreCheck(List<String> problems, Map<String, Long> rows, OptionalLong bytes) {

  public StoreCheck {
    problems = List.copyOf(problems);
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
  }

  /** How many observations there are, each version counted. */
  public long observations() {
    return rows.getOrDefault("observation", 0L);
  }
}
