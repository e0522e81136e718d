package org.muscat.engine.panel.sensitivity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.aggregate.LevelRule;

/**
 * A hierarchy laid out in arrays, for aggregating many times. Gives the index that {@link
 * org.muscat.engine.panel.aggregate.Aggregation} gives, and nothing else.
 */
final class Tree {

  private final List<PanelNode> aggregates;
  private final int indicators;
  private final int[][] children;
  private final double[][] weights;

  /**
   * Lays out a hierarchy.
   *
   * @param order the ids of the indicators, in the order of the columns that will come
   */
  Tree(Hierarchy hierarchy, List<String> order) {
    this.aggregates = hierarchy.aggregates();
    this.indicators = order.size();
    this.children = new int[aggregates.size()][];
    this.weights = new double[aggregates.size()][];
    Map<String, Integer> positions = new HashMap<>();
    order.forEach(id -> positions.put(id, positions.size()));
    for (int a = 0; a < children.length; a++) {
      PanelNode node = aggregates.get(a);
      List<PanelNode> counted =
          hierarchy.children(node.id()).stream().filter(child -> child.weight() > 0).toList();
      children[a] = counted.stream().mapToInt(child -> position(positions, child)).toArray();
      weights[a] = counted.stream().mapToDouble(PanelNode::weight).toArray();
      positions.put(node.id(), positions.size());
    }
  }

  /** The columns of the indicators in their order. */
  static double[][] columns(Panel panel, List<String> order) {
    return order.stream().map(panel::column).toArray(double[][]::new);
  }

  /**
   * The index of each unit.
   *
   * @param columns of the indicators
   * @throws IllegalArgumentException if a mean is undefined for a value
   */
  double[] index(double[][] columns, List<LevelRule> rules, List<String> units) {
    double[][] scores = new double[indicators + children.length][];
    System.arraycopy(columns, 0, scores, 0, indicators);
    for (int a = 0; a < children.length; a++) {
      LevelRule rule = rules.get(Math.min(aggregates.get(a).level() - 2, rules.size() - 1));
      scores[indicators + a] = aggregate(a, scores, rule, units);
    }
    // The index is the highest node and so the last.
    return scores[scores.length - 1];
  }

  private double[] aggregate(int a, double[][] scores, LevelRule rule, List<String> units) {
    double[] means = new double[units.size()];
    double[] values = new double[children[a].length];
    for (int u = 0; u < means.length; u++) {
      int there = 0;
      for (int c = 0; c < values.length; c++) {
        values[c] = scores[children[a][c]][u];
        there += Double.isNaN(values[c]) ? 0 : 1;
      }
      means[u] =
          there < rule.dataThreshold() * values.length
              ? Double.NaN
              : mean(a, values, rule, units.get(u));
    }
    return means;
  }

  private double mean(int a, double[] values, LevelRule rule, String unit) {
    try {
      return rule.mean().of(values, weights[a]);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(
              "cannot aggregate '%s' of '%s': %s; normalise to a range above 0, such as 1 to 100",
              aggregates.get(a).id(), unit, e.getMessage()),
          e);
    }
  }

  private static int position(Map<String, Integer> positions, PanelNode child) {
    Integer position = positions.get(child.id());
    if (position == null) {
      throw new IllegalArgumentException(
          "the sets of weights are of different trees: one has '" + child.id() + "'");
    }
    return position;
  }
}
