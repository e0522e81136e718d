package org.muscat.engine.panel.sensitivity;

/**
 * How indices are estimated from a random {@link SaltelliDesign}.
 *
 * @param rows of the samples A and B, 2 or more
 * @param seed of the design
 * @param firstOrder the estimator of the first-order index
 * @param bootstrap how intervals are found; its coverage is also that of the ranges of ranks
 */
public record MonteCarlo(int rows, long seed, FirstOrder firstOrder, Bootstrap bootstrap) {

  /**
   * Checks the rows.
   *
   * @throws IllegalArgumentException if there are fewer than 2
   */
  public MonteCarlo {
    if (rows < 2) {
      throw new IllegalArgumentException("a design needs 2 rows at least, not " + rows);
    }
  }
}
