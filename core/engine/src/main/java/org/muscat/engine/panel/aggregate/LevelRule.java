package org.muscat.engine.panel.aggregate;

/**
 * How the children of an aggregate become its score.
 *
 * @param mean the mean
 * @param dataThreshold the least share of the children, counted without weights, that must be
 *     there; in [0,1]; below it the aggregate is missing
 */
public record LevelRule(PowerMean mean, double dataThreshold) {

  /**
   * Checks the threshold.
   *
   * @throws IllegalArgumentException if it lies outside [0,1]
   */
  public LevelRule {
    if (!(dataThreshold >= 0 && dataThreshold <= 1)) {
      throw new IllegalArgumentException(
          "the data threshold is " + dataThreshold + ", not a share from 0 to 1");
    }
  }

  /** A mean of whatever is there. */
  public static LevelRule of(PowerMean mean) {
    return new LevelRule(mean, 0);
  }
}
