package org.muscat.engine.panel.normalise;

import org.muscat.engine.panel.Direction;

/** Puts one column on a scale. Pure. */
@FunctionalInterface
public interface Normaliser {

  /**
   * The scores of a column.
   *
   * @param oriented the values times the sign of the direction, so that more is better; NaN where
   *     missing; not to be changed
   * @param direction the direction, for parameters that are in natural units
   * @return one score for each value: NaN where the value is missing or the score is undefined (a
   *     min-max of a constant), infinite where the arithmetic overflows
   */
  double[] scores(double[] oriented, Direction direction);

  /** The scores of values of which more is better. */
  default double[] scores(double[] values) {
    return scores(values, Direction.UP);
  }
}
