package org.muscat.engine.panel.aggregate;

import java.util.List;
import java.util.Map;
import org.muscat.engine.panel.PanelNode;

/** How one aggregate is made of its children, looked up once for all panels. Immutable. */
final class Level {

  private final String id;
  private final List<String> children;
  private final int[] rows;
  private final double[] weights;
  private final LevelRule rule;

  /**
   * One aggregate.
   *
   * @param children sorted by id; those of weight 0 count as removed
   * @param rows of all indicators and aggregates in the arrays to be aggregated
   */
  Level(String id, List<PanelNode> children, Map<String, Integer> rows, LevelRule rule) {
    List<PanelNode> weighted = children.stream().filter(child -> child.weight() > 0).toList();
    this.id = id;
    this.children = weighted.stream().map(PanelNode::id).toList();
    this.rows = weighted.stream().map(PanelNode::id).mapToInt(rows::get).toArray();
    this.weights = weighted.stream().mapToDouble(PanelNode::weight).toArray();
    this.rule = rule;
  }

  /** Writes the scores and the coverage of the aggregate into a row, from those of its children. */
  void aggregate(double[][] scores, double[][] coverage, int row, List<String> units) {
    double[] values = new double[rows.length];
    double all = sum(weights);
    for (int u = 0; u < units.size(); u++) {
      int there = 0;
      double covered = 0;
      for (int c = 0; c < values.length; c++) {
        values[c] = scores[rows[c]][u];
        if (!Double.isNaN(values[c])) {
          there++;
          covered += weights[c] * coverage[rows[c]][u];
        }
      }
      boolean enough = there >= rule.dataThreshold() * values.length;
      double score = enough ? mean(values, units.get(u)) : Double.NaN;
      scores[row][u] = score;
      coverage[row][u] = Double.isNaN(score) ? 0 : covered / all;
    }
  }

  private double mean(double[] values, String unit) {
    try {
      return rule.mean().of(values, weights);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(
              "cannot aggregate '%s' of '%s' from its children %s: %s; normalise to a range above"
                  + " 0, such as 1 to 100",
              id, unit, children, e.getMessage()),
          e);
    }
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
