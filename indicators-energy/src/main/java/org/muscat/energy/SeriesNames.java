package org.muscat.energy;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.muscat.spi.ConfigProblem;

/** Checks the names of series in options. */
final class SeriesNames {

  private SeriesNames() {}

  /**
   * What is wrong with the names.
   *
   * @param option that holds them
   * @param inputs makes the inputs of them; an {@link IllegalArgumentException} names a malformed
   *     one
   */
  static List<ConfigProblem> check(String option, Runnable inputs) {
    try {
      inputs.run();
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(new ConfigProblem(option, requireNonNullElse(e.getMessage(), e.toString())));
    }
  }
}
