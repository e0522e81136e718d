package org.muscat.bench.theses;

import java.util.List;

/**
 * Agreement of two coders on labels beyond chance (Cohen 1960, 1968).
 *
 * @param labels in their order
 * @param ordered whether a disagreement counts by the steps between the labels (linear weights);
 *     else each counts the same
 */
record WeightedKappa(List<String> labels, boolean ordered) {

  /**
   * Kappa of paired labels, at most 1; 0 is chance; not a number when chance alone agrees wholly.
   *
   * @param places of the pairs that count, which may repeat
   * @throws IllegalArgumentException if a label is none of the order
   */
  double of(List<String> first, List<String> second, int[] places) {
    int n = labels.size();
    double[][] joint = new double[n][n];
    double[] rows = new double[n];
    double[] columns = new double[n];
    for (int place : places) {
      int a = index(first.get(place));
      int b = index(second.get(place));
      joint[a][b]++;
      rows[a]++;
      columns[b]++;
    }
    double observed = 0;
    double expected = 0;
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        double weight = ordered ? Math.abs(a - b) : a == b ? 0 : 1;
        observed += weight * joint[a][b];
        expected += weight * rows[a] * columns[b] / places.length;
      }
    }
    return expected == 0 ? Double.NaN : 1 - observed / expected;
  }

  private int index(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("'" + label + "' is none of " + labels);
    }
    return index;
  }
}
