package org.muscat.server.model;

import java.util.Optional;
import java.util.function.Supplier;
import org.muscat.server.config.Section;

/** Makes values that check themselves; what they refuse becomes a problem. */
final class Attempt {

  private Attempt() {}

  /** A value, or a problem with the value of a key. */
  static <T> Optional<T> of(Supplier<T> make, Section section, String key) {
    try {
      return Optional.of(make.get());
    } catch (IllegalArgumentException e) {
      section.problem(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
