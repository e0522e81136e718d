package org.muscat.engine.panel.sensitivity;

/**
 * Estimators of the first-order index of a factor i from the responses to a {@link SaltelliDesign}.
 * V is the variance (n - 1) and m the mean of the responses to A and B together.
 */
public enum FirstOrder {
  /**
   * {@code mean((yB - m) (yABi - yA)) / V}: Saltelli et al., Computer Physics Communications 181,
   * 2010, table 2 (b), with the responses centred. Without m the estimate has the same mean, but an
   * error that grows with the mean of the responses, which says nothing about the factor.
   */
  CENTRED {
    @Override
    double term(double a, double b, double ab, double mean) {
      return (b - mean) * (ab - a);
    }

    @Override
    double index(double meanTerm, double variance) {
      return meanTerm / variance;
    }
  },
  /** {@code 1 - mean((yB - yABi)^2) / (2V)}: Jansen, Computer Physics Communications 117, 1999. */
  JANSEN {
    @Override
    double term(double a, double b, double ab, double mean) {
      return (b - ab) * (b - ab);
    }

    @Override
    double index(double meanTerm, double variance) {
      return 1 - meanTerm / (2 * variance);
    }
  };

  abstract double term(double a, double b, double ab, double mean);

  abstract double index(double meanTerm, double variance);
}
