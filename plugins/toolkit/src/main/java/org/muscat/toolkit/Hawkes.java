package org.muscat.toolkit;

/**
 * A process that excites itself: {@code l(t) = mu + sum m_i a b e^(-b (t - t_i))} over what
 * happened before {@code t}, with marks {@code m_i} (Hawkes, 1971; method, section 4, M4). Things
 * of one moment do not excite each other. Immutable.
 *
 * <p>A thing with mark 1 brings {@code a} others on average, so the process is stationary while
 * {@code a} times the mean mark is below 1.
 *
 * @param mu what happens by itself, a day, positive
 * @param a how many others a thing with mark 1 brings, not negative
 * @param b how fast that wears off, a day, positive; the half-life is ln 2 / b
 */
public record Hawkes(double mu, double a, double b) {

  /**
   * A process.
   *
   * @throws IllegalArgumentException if a number lies outside
   */
  public Hawkes {
    requireFinite("mu", mu, mu > 0);
    requireFinite("a", a, a >= 0);
    requireFinite("b", b, b > 0);
  }

  private static void requireFinite(String name, double value, boolean inside) {
    if (!inside || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          name + " is " + value + "; mu and b must be positive, a not negative, all finite");
    }
  }

  /** How many others a thing brings on average; the process is stationary while below 1. */
  public double branchingRatio(double meanMark) {
    return a * meanMark;
  }

  /**
   * How often things happen in the long run, a day: {@code mu / (1 - branching ratio)}.
   *
   * @throws IllegalArgumentException if the process is not stationary
   */
  public double meanIntensity(double meanMark) {
    double branching = branchingRatio(meanMark);
    if (!(branching < 1)) {
      throw new IllegalArgumentException(
          "a branching ratio of " + branching + " has no long run; it must be below 1");
    }
    return mu / (1 - branching);
  }

  /** How often things happen just before a moment, a day, given all before it. */
  public double intensity(MarkedTimes past, double time) {
    double intensity = mu;
    for (int i = 0; i < past.size() && past.time(i) < time; i++) {
      intensity += excitation(past.mark(i), time - past.time(i));
    }
    return intensity;
  }

  /** What a thing adds to the intensity some days after it, a day. */
  public double excitation(double mark, double days) {
    return mark * a * b * Math.exp(-b * days);
  }

  /** How much was to be expected from the beginning of the window to a moment in it. */
  public double compensator(MarkedTimes past, double time) {
    double expected = mu * time;
    for (int i = 0; i < past.size() && past.time(i) < time; i++) {
      expected -= a * past.mark(i) * Math.expm1(-b * (time - past.time(i)));
    }
    return expected;
  }

  /** How likely just these times are, given their marks; in one pass over them. */
  public double logLikelihood(MarkedTimes times) {
    return HawkesSums.of(this, times).logLikelihood();
  }

  /** The slope of the log-likelihood in {@code mu}, {@code a} and {@code b}, in closed form. */
  public double[] gradient(MarkedTimes times) {
    return HawkesSums.of(this, times).gradient();
  }

  /**
   * The observed information: the second derivatives of the log-likelihood in {@code mu}, {@code a}
   * and {@code b}, with the sign turned, in closed form.
   */
  public double[][] information(MarkedTimes times) {
    return HawkesSums.of(this, times).information();
  }
}
