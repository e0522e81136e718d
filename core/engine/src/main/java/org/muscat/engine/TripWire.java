package org.muscat.engine;

/**
 * The smallest move of one indicator, all others as they are, that takes the index to a threshold
 * (method, section 7).
 */
public sealed interface TripWire {

  /** Id of the pillar of the indicator. */
  String pillar();

  /** Id of the indicator in the model. */
  String member();

  /**
   * The move exists.
   *
   * @param pillar of the indicator
   * @param member its id
   * @param stability of the indicator now, in [0,100]
   * @param trippingStability at which the index is at the threshold, in points
   * @param reading now, in the indicator's unit
   * @param trippingReading at which the index is at the threshold, in the indicator's unit
   */
  record Reachable(
      String pillar,
      String member,
      double stability,
      double trippingStability,
      double reading,
      double trippingReading)
      implements TripWire {

    /** The move in points of the indicator's stability, not positive. */
    public double stabilityMove() {
      return trippingStability - stability;
    }

    /** The move in the indicator's unit; its sign is the direction that is worse. */
    public double readingMove() {
      return trippingReading - reading;
    }
  }

  /**
   * No move of this indicator alone takes the index there.
   *
   * @param pillar of the indicator
   * @param member its id
   * @param reason in words
   */
  record Unreachable(String pillar, String member, String reason) implements TripWire {}
}
