package org.muscat.engine.regime;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The filter of a hidden Markov model with given parameters and independent Gaussian emissions
 * (Hamilton 1989; method, section 6). One step predicts, {@code q = p A}, then updates, {@code p_j
 * ~ q_j prod_i phi((x_i - mean_ji)/sd_ji)/sd_ji}. The products are sums of logarithms, so that an
 * observation far from every state still tells the states apart.
 */
public final class GaussianHmm {

  private static final double LN_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double SUM_TOLERANCE = 1e-9;

  private final double[][] transition;
  private final double[][] mean;
  private final double[][] sd;

  /** {@code ln(sd sqrt(2 pi))} of each state in each dimension. */
  private final double[][] logScale;

  /**
   * A step of the filter.
   *
   * @param predicted probabilities of the states before the observations; they sum to 1
   * @param filtered probabilities of the states with them; they sum to 1
   * @param logLikelihood natural logarithm of the density of the observations, given those before
   */
  public record Step(List<Double> predicted, List<Double> filtered, double logLikelihood) {

    public Step {
      predicted = List.copyOf(predicted);
      filtered = List.copyOf(filtered);
    }
  }

  /**
   * A model.
   *
   * @param transition probability of going from the state of the row to that of the column; rows
   *     sum to 1
   * @param mean of each state (row) in each dimension (column)
   * @param sd standard deviation of each state in each dimension, positive
   * @throws IllegalArgumentException if the shapes differ, a row does not sum to 1 or a standard
   *     deviation is not positive
   */
  public GaussianHmm(double[][] transition, double[][] mean, double[][] sd) {
    this.transition = copy("transition", transition, transition.length, transition.length);
    this.mean = copy("mean", mean, transition.length, mean[0].length);
    this.sd = copy("standard deviation", sd, transition.length, mean[0].length);
    for (double[] row : this.transition) {
      requireProbabilities("row of the transition", row);
    }
    for (double[] row : this.sd) {
      for (double value : row) {
        if (!(value > 0)) {
          throw new IllegalArgumentException("standard deviation " + value + " is not positive");
        }
      }
    }
    this.logScale = logScale(this.sd);
  }

  /** How many states there are. */
  public int states() {
    return transition.length;
  }

  /**
   * One step of the filter.
   *
   * @param probabilities of the states before the step; they sum to 1
   * @param observation one value for each dimension; an empty one is missing and says nothing
   * @param length of the step in (0,1]: 1 for a whole one. A partial step predicts with {@code (1 -
   *     length) I + length A} and raises the likelihood to the power of its length, so that it
   *     tends to no step and to the whole one
   * @return the step; the log-likelihood of a partial one has the power of its length in it
   * @throws IllegalArgumentException if an argument has the wrong shape, a value is not finite or
   *     the probabilities do not sum to 1
   */
  public Step step(List<Double> probabilities, List<OptionalDouble> observation, double length) {
    if (!(length > 0 && length <= 1)) {
      throw new IllegalArgumentException("length of a step " + length + " is not in (0,1]");
    }
    if (observation.size() != mean[0].length) {
      throw new IllegalArgumentException(
          "observation has " + observation.size() + " values, " + mean[0].length + " are needed");
    }
    double[] predicted = predict(before(probabilities), length);
    double[] logarithms = new double[states()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int state = 0; state < states(); state++) {
      logarithms[state] = Math.log(predicted[state]) + length * logDensity(state, observation);
      largest = Math.max(largest, logarithms[state]);
    }
    double[] filtered = new double[states()];
    double sum = 0;
    for (int state = 0; state < states(); state++) {
      filtered[state] = Math.exp(logarithms[state] - largest);
      sum += filtered[state];
    }
    for (int state = 0; state < states(); state++) {
      filtered[state] /= sum;
    }
    return new Step(list(predicted), list(filtered), largest + Math.log(sum));
  }

  private double[] predict(double[] probabilities, double length) {
    double[] predicted = new double[states()];
    for (int to = 0; to < states(); to++) {
      double sum = 0;
      for (int from = 0; from < states(); from++) {
        sum += probabilities[from] * transition[from][to];
      }
      predicted[to] = (1 - length) * probabilities[to] + length * sum;
    }
    return predicted;
  }

  private double logDensity(int state, List<OptionalDouble> observation) {
    double sum = 0;
    for (int i = 0; i < observation.size(); i++) {
      if (observation.get(i).isPresent()) {
        double z = (finite(observation.get(i).getAsDouble()) - mean[state][i]) / sd[state][i];
        sum -= z * z / 2 + logScale[state][i];
      }
    }
    return sum;
  }

  private static double[][] logScale(double[][] sd) {
    double[][] logarithms = new double[sd.length][];
    for (int state = 0; state < sd.length; state++) {
      logarithms[state] = new double[sd[state].length];
      for (int i = 0; i < sd[state].length; i++) {
        logarithms[state][i] = Math.log(sd[state][i]) + LN_ROOT_TWO_PI;
      }
    }
    return logarithms;
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("observed value " + value + " is not finite");
    }
    return value;
  }

  private double[] before(List<Double> probabilities) {
    double[] before = new double[probabilities.size()];
    for (int state = 0; state < before.length; state++) {
      before[state] = probabilities.get(state);
    }
    if (before.length != states()) {
      throw new IllegalArgumentException(
          before.length + " probabilities, " + states() + " are needed");
    }
    requireProbabilities("probabilities", before);
    return before;
  }

  private static void requireProbabilities(String what, double[] probabilities) {
    double sum = 0;
    for (double probability : probabilities) {
      if (!(probability >= 0)) {
        throw new IllegalArgumentException(what + " has " + probability + ", which is not one");
      }
      sum += probability;
    }
    if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException(what + " sums to " + sum + " instead of 1");
    }
  }

  private static double[][] copy(String what, double[][] matrix, int rows, int columns) {
    double[][] copy = new double[rows][];
    if (matrix.length != rows) {
      throw new IllegalArgumentException(
          what + " has " + matrix.length + " rows, " + rows + " are needed");
    }
    for (int row = 0; row < rows; row++) {
      if (matrix[row].length != columns) {
        throw new IllegalArgumentException(
            what + " has " + matrix[row].length + " columns, " + columns + " are needed");
      }
      copy[row] = matrix[row].clone();
    }
    return copy;
  }

  private static List<Double> list(double[] values) {
    Double[] boxed = new Double[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    return List.of(boxed);
  }
}
