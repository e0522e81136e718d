package org.muscat.engine.panel.prepare;

import org.muscat.engine.panel.Sample;
import org.muscat.engine.panel.Samples;

/**
 * The shape of a distribution.
 *
 * @param skewness of {@link Samples.Central#skewness}; NaN where undefined
 * @param kurtosis of {@link Samples.Central#kurtosis}, 0 for a normal distribution; NaN where
 *     undefined
 */
public record Shape(double skewness, double kurtosis) {

  /** The shape of the values that are there. */
  public static Shape of(double[] values) {
    return of(Sample.of(values));
  }

  /** The shape of a sample. */
  static Shape of(Sample sample) {
    Samples.Central central = sample.central();
    return new Shape(central.skewness(), central.kurtosis());
  }

  /** Whether there is any spread to speak of. */
  boolean defined() {
    return !Double.isNaN(skewness) && !Double.isNaN(kurtosis);
  }

  /**
   * Whether outliers shape the distribution: skewness and kurtosis are both at their limits or
   * beyond (OECD and JRC, Handbook on Constructing Composite Indicators, 2008, step 3).
   */
  public boolean outlying(double skewnessLimit, double kurtosisLimit) {
    return Math.abs(skewness) >= skewnessLimit && kurtosis >= kurtosisLimit;
  }
}
