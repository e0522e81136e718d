package org.muscat.engine.panel.ciss;

/** The composite at one time: {@code q' C q} with {@code q_i = w_i s_i}. Immutable. */
public final class Ciss {

  private final double[] q;
  private final double[][] correlations;
  private final double[] products;

  private Ciss(double[] q, double[][] correlations) {
    this.q = q;
    this.correlations = correlations;
    this.products = times(correlations, q);
  }

  /**
   * The composite.
   *
   * @param weights not negative, sum 1
   * @param subIndices in [0,1]
   * @param correlations symmetric, 1 on the diagonal
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Ciss of(double[] weights, double[] subIndices, double[][] correlations) {
    int n = weights.length;
    if (subIndices.length != n || correlations.length != n) {
      throw new IllegalArgumentException(
          String.format(
              "%d weights, %d sub-indices and %d rows of correlations",
              n, subIndices.length, correlations.length));
    }
    double[] q = new double[n];
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      q[i] = weights[i] * subIndices[i];
      copy[i] = correlations[i].clone();
    }
    return new Ciss(q, copy);
  }

  /** In [0,1], the form of the paper. */
  public double value() {
    return Math.max(0, dot(q, products));
  }

  /** The square root of the value: in the unit of the sub-indices. */
  public double root() {
    return Math.sqrt(value());
  }

  /** What the value would be if all moved together: {@code (sum q)^2}. */
  public double perfectCorrelation() {
    double sum = 0;
    for (double part : q) {
      sum += part;
    }
    return sum * sum;
  }

  /** What correlation below 1 takes away: the value less that of perfect correlation. */
  public double correlationContribution() {
    return value() - perfectCorrelation();
  }

  /** The part {@code q_i (C q)_i} of each sub-index; they sum to the value. */
  public double[] contributions() {
    double[] parts = new double[q.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = q[i] * products[i];
    }
    return parts;
  }

  /**
   * The exact split of the change to another time: {@code phi_i = (q1_i - q0_i) [(C0 + C1)/2 (q0 +
   * q1)]_i} for the sub-indices and {@code phi_C = <C1 - C0, (q0 q0' + q1 q1')/2>} for the
   * correlations, that is the Owen value with the sub-indices as one union and the correlations as
   * the other.
   *
   * @throws IllegalArgumentException if the other has other sub-indices
   */
  public Change to(Ciss other) {
    int n = q.length;
    if (other.q.length != n) {
      throw new IllegalArgumentException(
          "a change from " + n + " sub-indices to " + other.q.length);
    }
    double[] sums = new double[n];
    for (int i = 0; i < n; i++) {
      sums[i] = q[i] + other.q[i];
    }
    double[] before = times(correlations, sums);
    double[] after = times(other.correlations, sums);
    double[] parts = new double[n];
    for (int i = 0; i < n; i++) {
      parts[i] = (other.q[i] - q[i]) * (before[i] + after[i]) / 2;
    }
    double ofCorrelations =
        (dot(q, times(other.correlations, q))
                - dot(q, products)
                + dot(other.q, other.products)
                - dot(other.q, times(correlations, other.q)))
            / 2;
    return new Change(parts, ofCorrelations);
  }

  /** A change of the value, split. The parts sum to it. */
  public static final class Change {

    private final double[] ofSubIndices;
    private final double ofCorrelations;

    private Change(double[] ofSubIndices, double ofCorrelations) {
      this.ofSubIndices = ofSubIndices;
      this.ofCorrelations = ofCorrelations;
    }

    /** The part of each sub-index, as the caller's own array. */
    public double[] ofSubIndices() {
      return ofSubIndices.clone();
    }

    /** The part of the correlations among them. */
    public double ofCorrelations() {
      return ofCorrelations;
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
