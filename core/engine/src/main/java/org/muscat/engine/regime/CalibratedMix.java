package org.muscat.engine.regime;

/**
 * How well dialogue and pressure are mixed, after the assurance dilemma (method, section 5.4): a
 * diagnostic beside the index, not inside it. {@code Mix(D,P) = D 4 rho P (1 - rho P)} for {@code P
 * <= 1/rho}, else 0. It is 0 without pressure, {@code D} at the optimum {@code P* = 1/(2 rho)}, and
 * symmetric about the optimum.
 *
 * @param rho where pressure turns counterproductive, positive; 1 unless a model says otherwise
 */
public record CalibratedMix(double rho) {

  /** The {@code rho = 1} of method, section 5.4. */
  public static final CalibratedMix DEFAULT = new CalibratedMix(1);

  public CalibratedMix {
    if (!(rho > 0 && Double.isFinite(rho))) {
      throw new IllegalArgumentException("rho " + rho + " is not positive");
    }
  }

  /** {@code P* = 1/(2 rho)}, the pressure at which the mix is best; above 1 if rho is below .5. */
  public double optimum() {
    return 1 / (2 * rho);
  }

  /**
   * The mix.
   *
   * @param dialogue the axis D, in [0,1]
   * @param pressure the axis P, in [0,1]
   * @return in [0,D]
   * @throws IllegalArgumentException if an axis is outside [0,1]
   */
  public double of(double dialogue, double pressure) {
    requireAxes(dialogue, pressure);
    double share = rho * pressure;
    return share < 1 ? dialogue * 4 * share * (1 - share) : 0;
  }

  /**
   * Whether more pressure helps (positive) or hurts (negative) from here: {@code dMix/dP = 4 rho D
   * (1 - 2 rho P)}. Past {@code 1/rho} the mix is 0 and stays 0, and so is its gradient.
   *
   * @param dialogue the axis D, in [0,1]
   * @param pressure the axis P, in [0,1]
   * @return mix per unit of pressure
   * @throws IllegalArgumentException if an axis is outside [0,1]
   */
  public double gradient(double dialogue, double pressure) {
    requireAxes(dialogue, pressure);
    double share = rho * pressure;
    return share <= 1 ? 4 * rho * dialogue * (1 - 2 * share) : 0;
  }

  private static void requireAxes(double dialogue, double pressure) {
    if (!(dialogue >= 0 && dialogue <= 1 && pressure >= 0 && pressure <= 1)) {
      throw new IllegalArgumentException(
          "dialogue " + dialogue + " and pressure " + pressure + " must be in [0,1]");
    }
  }
}
