package org.muscat.engine.response;

/**
 * How the published index follows its target {@code S*}: it falls faster than it rises (method,
 * section 5.5). One step of the grid closes the fraction {@code eta} of the gap; a partial step of
 * {@code dt} days closes {@code 1 - (1 - eta)^dt}, so that any number of partial steps to one
 * target end where the whole step does.
 *
 * @param down the fraction {@code eta_down} of the gap that one day closes when the target lies
 *     below, in (0,1]
 * @param up the fraction {@code eta_up} when it lies above, in (0,1]
 */
public record AsymmetricResponse(double down, double up) {

  /** The fractions of method, section 5.5: .80 down and .40 up. */
  public static final AsymmetricResponse DEFAULT = new AsymmetricResponse(0.80, 0.40);

  public AsymmetricResponse {
    requireFraction("down", down);
    requireFraction("up", up);
  }

  /**
   * The response while a theatre is in CONFLICT and a mediated agreement is in force: the index
   * rises as fast as it falls, {@code eta_up = eta_down}.
   */
  public AsymmetricResponse inConflictWithMediatedAgreement() {
    return new AsymmetricResponse(down, down);
  }

  /**
   * The published index after a step.
   *
   * @param index the published index before, in [0,100]
   * @param target {@code S*}, in [0,100]
   * @param days the length of the step: 1 for a step of the daily grid, less for a partial one;
   *     zero or more
   * @return in points, between the index and its target
   * @throws IllegalArgumentException if the step is negative or not finite
   */
  public double next(double index, double target, double days) {
    if (!(days >= 0 && Double.isFinite(days))) {
      throw new IllegalArgumentException("a step of " + days + " days is negative or not finite");
    }
    double fraction = target < index ? down : up;
    double closed = 1 - Math.pow(1 - fraction, days);
    return index + closed * (target - index);
  }

  private static void requireFraction(String direction, double fraction) {
    if (!(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "fraction of the gap closed " + direction + " " + fraction + " is not in (0,1]");
    }
  }
}
