package org.muscat.server.compose;

import org.muscat.host.config.Place;

/**
 * One step of a specification.
 *
 * @param name what the file of its result is called
 * @param place where it is written
 * @param action what it does
 */
record Stage(String name, Place place, Action action) {

  /** Whether the panel is another one behind this stage. */
  boolean changesPanel() {
    return !name.equals("audit") && !name.equals("sensitivity");
  }

  /** What a stage does to a panel. */
  @FunctionalInterface
  interface Action {

    /**
     * Does it.
     *
     * @throws IllegalArgumentException if it cannot be done to this panel
     */
    void apply(Composing composing);
  }
}
