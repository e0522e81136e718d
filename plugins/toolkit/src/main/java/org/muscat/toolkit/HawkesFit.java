package org.muscat.toolkit;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The most likely {@link Hawkes} process of some times, by BOBYQA (Powell, 2009) from a few fixed
 * starts. Deterministic. It is searched over {@code ln mu}, {@code -ln(1 - branching ratio)} and
 * {@code ln b}, so that mu and b are positive and the process is stationary.
 *
 * @param model the most likely one that was found
 * @param meanMark of the times, which makes {@code a} a branching ratio
 * @param logLikelihood of the times under it
 * @param errors standard errors from the observed information; empty where that is not positive
 *     definite, as at a branching ratio of 0
 * @param converged whether the log-likelihood is flat there, up to the bounds
 * @param evaluations of the likelihood
 */
public record HawkesFit(
    Hawkes model,
    double meanMark,
    double logLikelihood,
    Optional<Errors> errors,
    boolean converged,
    int evaluations) {

  /** The fewest times that are fitted. */
  public static final int FEWEST_TIMES = 10;

  /**
   * Standard errors.
   *
   * @param mu of {@code mu}, a day
   * @param a of {@code a}
   * @param branchingRatio of the branching ratio, the marks taken as given
   * @param b of {@code b}, a day; empty if it was held
   */
  public record Errors(double mu, double a, double branchingRatio, OptionalDouble b) {}

  /**
   * Fits all three numbers.
   *
   * @param times at least {@link #FEWEST_TIMES}, with a mark above 0 among them
   * @throws IllegalArgumentException if there are too few
   */
  public static HawkesFit of(MarkedTimes times) {
    return fit(times, OptionalDouble.empty());
  }

  /**
   * Fits {@code mu} and {@code a} with a given {@code b}.
   *
   * @param times at least {@link #FEWEST_TIMES}, with a mark above 0 among them
   * @param b a day, positive
   * @throws IllegalArgumentException if there are too few times, or b is not positive
   */
  public static HawkesFit withDecay(MarkedTimes times, double b) {
    if (!(b > 0 && Double.isFinite(b))) {
      throw new IllegalArgumentException("b is " + b + ", not positive");
    }
    return fit(times, OptionalDouble.of(b));
  }

  /** How many others a thing brings on average, below 1. */
  public double branchingRatio() {
    return model.branchingRatio(meanMark);
  }

  private static HawkesFit fit(MarkedTimes times, OptionalDouble heldDecay) {
    if (times.size() < FEWEST_TIMES || !(times.meanMark() > 0)) {
      throw new IllegalArgumentException(
          "%d times with mean mark %s: at least %d are needed, not all with mark 0"
              .formatted(times.size(), times.meanMark(), FEWEST_TIMES));
    }
    HawkesSearch search = new HawkesSearch(times, heldDecay);
    HawkesSearch.Found found = search.run();
    return new HawkesFit(
        found.model(),
        times.meanMark(),
        found.logLikelihood(),
        errors(found.model(), times, heldDecay),
        found.converged(),
        search.evaluations());
  }

  private static Optional<Errors> errors(
      Hawkes model, MarkedTimes times, OptionalDouble heldDecay) {
    int free = heldDecay.isPresent() ? 2 : 3;
    if (model.a() == 0) {
      return Optional.empty();
    }
    RealMatrix information =
        new Array2DRowRealMatrix(model.information(times)).getSubMatrix(0, free - 1, 0, free - 1);
    try {
      RealMatrix covariance = new CholeskyDecomposition(information).getSolver().getInverse();
      double a = Math.sqrt(covariance.getEntry(1, 1));
      return Optional.of(
          new Errors(
              Math.sqrt(covariance.getEntry(0, 0)),
              a,
              a * times.meanMark(),
              heldDecay.isPresent()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(Math.sqrt(covariance.getEntry(2, 2)))));
    } catch (MathIllegalArgumentException e) {
      // Not positive definite: the top lies on a bound, where curvature tells no error.
      return Optional.empty();
    }
  }
}
