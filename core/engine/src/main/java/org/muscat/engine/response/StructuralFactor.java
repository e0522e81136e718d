package org.muscat.engine.response;

/**
 * What a framework for peace is worth to the index (method, section 5.3): {@code F = c0 + (1 - c0)
 * I} and {@code S* = S_dyn F}. Stability without any framework has the ceiling {@code 100 c0}.
 *
 * @param withoutFramework {@code c0}, the factor when nothing is in force, in (0,1]
 */
public record StructuralFactor(double withoutFramework) {

  /** The {@code c0} of method, section 5.3. */
  public static final StructuralFactor DEFAULT = new StructuralFactor(0.45);

  public StructuralFactor {
    if (!(withoutFramework > 0 && withoutFramework <= 1)) {
      throw new IllegalArgumentException(
          "factor without a framework " + withoutFramework + " is not in (0,1]");
    }
  }

  /**
   * The factor {@code F}.
   *
   * @param framework the framework index {@code I}, in [0,1]
   * @return in [c0,1], rising with the framework
   * @throws IllegalArgumentException if the framework index is outside [0,1]
   */
  public double of(double framework) {
    if (!(framework >= 0 && framework <= 1)) {
      throw new IllegalArgumentException("framework index " + framework + " is not in [0,1]");
    }
    return withoutFramework + (1 - withoutFramework) * framework;
  }

  /** {@code dF/dI}. */
  public double slope() {
    return 1 - withoutFramework;
  }

  /**
   * The target {@code S*} of the response.
   *
   * @param stability {@code S_dyn}, in [0,100]
   * @param framework the framework index {@code I}, in [0,1]
   * @return in [0,100], never above {@code S_dyn}
   */
  public double target(double stability, double framework) {
    return stability * of(framework);
  }
}
