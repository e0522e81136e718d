package org.muscat.engine.panel.sensitivity;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Points at which a model is run to estimate Sobol indices: two independent samples A and B, and
 * for each factor i the sample AB_i, which is A with the column i of B (Saltelli et al., Computer
 * Physics Communications 181, 2010). Runs are numbered from 0: the rows of A, those of B, then
 * those of AB_1, AB_2 and so on. Immutable.
 */
public final class SaltelliDesign {

  private final double[][] a;
  private final double[][] b;

  private SaltelliDesign(double[][] a, double[][] b) {
    this.a = a;
    this.b = b;
  }

  /**
   * A random design. More rows with the same seed begin with the rows of fewer.
   *
   * @param factors how many, 1 or more
   * @param rows of A, 2 or more
   * @throws IllegalArgumentException if there are too few of either, or too many runs to number
   */
  public static SaltelliDesign random(int factors, int rows, long seed) {
    requireSize(factors, rows);
    SplittableRandom random = Streams.design(seed);
    double[][] a = new double[rows][factors];
    double[][] b = new double[rows][factors];
    for (int row = 0; row < rows; row++) {
      fill(a[row], random);
      fill(b[row], random);
    }
    return new SaltelliDesign(a, b);
  }

  /** How many rows A has. */
  public int rows() {
    return a.length;
  }

  /** How many factors there are. */
  public int factors() {
    return a[0].length;
  }

  /** How many runs there are: {@code rows (factors + 2)}. */
  public int runs() {
    return rows() * (factors() + 2);
  }

  /** The point of a run: a number in [0,1) for each factor, as the caller's own array. */
  public double[] point(int run) {
    int row = run % rows();
    int block = run / rows();
    if (block == 1) {
      return b[row].clone();
    }
    double[] point = a[row].clone();
    if (block > 1) {
      point[block - 2] = b[row][block - 2];
    }
    return point;
  }

  /** The responses of a model, in the order of the runs. */
  public double[] responses(ToDoubleFunction<double[]> model) {
    double[] responses = new double[runs()];
    for (int run = 0; run < responses.length; run++) {
      responses[run] = model.applyAsDouble(point(run));
    }
    return responses;
  }

  private static void fill(double[] row, SplittableRandom random) {
    for (int factor = 0; factor < row.length; factor++) {
      row[factor] = random.nextDouble();
    }
  }

  private static void requireSize(int factors, int rows) {
    if (factors < 1 || rows < 2) {
      throw new IllegalArgumentException(
          "a design needs a factor and 2 rows at least, not " + factors + " and " + rows);
    }
    if (rows * (factors + 2L) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          rows + " rows for " + factors + " factors are too many runs; take fewer rows");
    }
  }
}
