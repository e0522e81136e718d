package org.muscat.spi;

/**
 * Something wrong with a configuration. The host adds file and line.
 *
 * @param option the option in question as written in YAML, such as {@code look-back}
 * @param message which value, what was expected, what to do
 */
public record ConfigProblem(String option, String message) {

  public ConfigProblem {
    Ids.requirePresent("option of a problem", option);
    Ids.requirePresent("message of a problem", message);
  }
}
