package org.muscat.diplomacy.sanctions;

import java.util.List;
import java.util.Locale;

/**
 * The programmes of sanctions that count, by name or, with a {@code *} behind, by how their names
 * begin. Immutable.
 */
final class Programmes {

  private final List<String> wanted;

  Programmes(List<String> wanted) {
    this.wanted = wanted.stream().sorted().distinct().toList();
  }

  boolean haveAny(List<String> names) {
    return names.stream().anyMatch(this::has);
  }

  private boolean has(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return wanted.stream()
        .anyMatch(
            one ->
                one.endsWith("*")
                    ? upper.startsWith(one.substring(0, one.length() - 1))
                    : upper.equals(one));
  }

  /** In an order that does not depend on the configuration. */
  @Override
  public String toString() {
    return String.join(" ", wanted);
  }
}
