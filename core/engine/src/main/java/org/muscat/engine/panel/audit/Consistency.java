package org.muscat.engine.panel.audit;

import java.util.List;
import org.muscat.engine.panel.Panel;

/** Whether indicators measure one thing. */
public final class Consistency {

  private Consistency() {}

  /**
   * Cronbach's alpha (Psychometrika 16, 1951): {@code k^2 mean(c_ij, i != j) / sum(c_ij)} over the
   * covariances of k columns, each over the units that have both values.
   *
   * @param columns two or more
   * @return at most 1; negative where the columns rather oppose each other; NaN where a covariance
   *     is undefined
   * @throws IllegalArgumentException if there are fewer than two columns
   */
  public static double alpha(Panel panel, List<String> columns) {
    int k = columns.size();
    if (k < 2) {
      throw new IllegalArgumentException("alpha needs two columns or more, not " + columns);
    }
    double between = 0;
    double within = 0;
    for (int i = 0; i < k; i++) {
      double[] x = panel.column(columns.get(i));
      within += Pairs.complete(x, x).covariance();
      for (int j = 0; j < i; j++) {
        between += 2 * Pairs.complete(x, panel.column(columns.get(j))).covariance();
      }
    }
    return k * between / ((k - 1) * (between + within));
  }
}
