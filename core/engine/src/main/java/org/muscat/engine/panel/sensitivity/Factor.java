package org.muscat.engine.panel.sensitivity;

/**
 * One uncertain input of a model: a choice between alternatives that are equally likely, or a
 * number that is uniform in [0,1].
 *
 * @param name what is uncertain
 * @param alternatives how many there are, 2 or more; 0 for a number
 */
public record Factor(String name, int alternatives) {

  /**
   * Checks the count.
   *
   * @throws IllegalArgumentException if the name is blank, or there is just one alternative or a
   *     negative count
   */
  public Factor {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a factor has no name");
    }
    if (alternatives < 0 || alternatives == 1) {
      throw new IllegalArgumentException(
          "the factor '" + name + "' has " + alternatives + " alternatives, not 2 or more");
    }
  }

  /** A choice between alternatives. */
  public static Factor choice(String name, int alternatives) {
    if (alternatives < 2) {
      throw new IllegalArgumentException(
          "the factor '" + name + "' has " + alternatives + " alternatives, not 2 or more");
    }
    return new Factor(name, alternatives);
  }

  /** A number in [0,1]. */
  public static Factor number(String name) {
    return new Factor(name, 0);
  }

  /** Whether this is a choice between alternatives. */
  public boolean isChoice() {
    return alternatives > 0;
  }

  /**
   * The alternative that a uniform number stands for: [0,1) cut into equal parts.
   *
   * @param uniform in [0,1)
   * @return from 0 on
   */
  public int alternative(double uniform) {
    if (!isChoice() || !(uniform >= 0 && uniform < 1)) {
      throw new IllegalArgumentException(
          uniform + " stands for no alternative of the factor '" + name + "'");
    }
    return (int) (uniform * alternatives);
  }
}
