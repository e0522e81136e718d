package org.muscat.engine.panel.sensitivity;

import java.util.List;

/**
 * What may be done at one step, in one of several ways that are equally likely. With one way only
 * the step is fixed and no factor.
 *
 * @param name of the step
 * @param alternatives the ways, 1 or more
 */
public record Choice<T>(String name, List<T> alternatives) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public Choice {
    alternatives = List.copyOf(alternatives);
    if (alternatives.isEmpty()) {
      throw new IllegalArgumentException("there is no way given to do '" + name + "'");
    }
  }

  /** A step that is done in one way. */
  public static <T> Choice<T> fixed(String name, T way) {
    return new Choice<>(name, List.of(way));
  }

  boolean open() {
    return alternatives.size() > 1;
  }
}
