package org.muscat.engine.panel.aggregate;

import java.util.ArrayList;
import java.util.List;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;

/**
 * Aggregates a panel up to its index. Children are taken in the order of their ids and weights
 * relative to the siblings that are there; a child of weight 0 counts as removed.
 */
public final class Aggregation {

  private final Hierarchy hierarchy;
  private final List<LevelRule> rules;

  /**
   * An aggregation.
   *
   * @param rules the first for level 2 and so on upward; the last serves all levels above it
   * @throws IllegalArgumentException if there are no rules
   */
  public Aggregation(Hierarchy hierarchy, List<LevelRule> rules) {
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("an aggregation needs a rule for level 2 at least");
    }
    this.hierarchy = hierarchy;
    this.rules = List.copyOf(rules);
  }

  /**
   * What an aggregation gives.
   *
   * @param scores the columns of the indicators and, behind them, those of the aggregates, lower
   *     levels first and sorted by id
   * @param coverage for each aggregate the share in [0,1] of the weight of its indicators that its
   *     score rests on: below 1, the others were re-weighted
   */
  public record Aggregated(Panel scores, Panel coverage) {}

  /**
   * Aggregates.
   *
   * @param panel normalised, with a column for each indicator of the hierarchy
   * @throws IllegalArgumentException if an indicator has no column, or a mean is undefined for a
   *     value, which names the unit, the aggregate and its child
   */
  public Aggregated apply(Panel panel) {
    List<String> indicators = hierarchy.indicators().stream().map(PanelNode::id).toList();
    Panel scores = panel.selectColumns(indicators);
    Panel coverage =
        scores.mapColumns(
            (id, values) -> {
              for (int u = 0; u < values.length; u++) {
                values[u] = Double.isNaN(values[u]) ? 0 : 1;
              }
              return values;
            });
    List<String> aggregates = new ArrayList<>();
    for (PanelNode node : hierarchy.aggregates()) {
      Level level = new Level(node, scores, coverage);
      scores = scores.with(List.of(node.id()), new double[][] {level.scores()});
      coverage = coverage.with(List.of(node.id()), new double[][] {level.coverage()});
      aggregates.add(node.id());
    }
    return new Aggregated(scores, coverage.selectColumns(aggregates));
  }

  private LevelRule rule(int level) {
    return rules.get(Math.min(level - 2, rules.size() - 1));
  }

  /** One aggregate over all units. */
  private final class Level {

    private final PanelNode node;
    private final List<PanelNode> children;
    private final List<String> units;
    private final double[][] scores;
    private final double[][] coverage;
    private final double[] weights;

    Level(PanelNode node, Panel scores, Panel coverage) {
      this.node = node;
      this.children =
          hierarchy.children(node.id()).stream().filter(child -> child.weight() > 0).toList();
      this.units = scores.units();
      this.scores = columns(scores);
      this.coverage = columns(coverage);
      this.weights = children.stream().mapToDouble(PanelNode::weight).toArray();
    }

    private double[][] columns(Panel panel) {
      return children.stream().map(child -> panel.column(child.id())).toArray(double[][]::new);
    }

    double[] scores() {
      double[] means = new double[units.size()];
      for (int u = 0; u < means.length; u++) {
        means[u] = score(u);
      }
      return means;
    }

    double[] coverage() {
      double[] shares = new double[units.size()];
      for (int u = 0; u < shares.length; u++) {
        double there = 0;
        double all = 0;
        for (int c = 0; c < weights.length; c++) {
          there += weights[c] * (Double.isNaN(scores[c][u]) ? 0 : coverage[c][u]);
          all += weights[c];
        }
        shares[u] = all == 0 || Double.isNaN(score(u)) ? 0 : there / all;
      }
      return shares;
    }

    private double score(int u) {
      LevelRule rule = rule(node.level());
      double[] values = new double[weights.length];
      int there = 0;
      for (int c = 0; c < values.length; c++) {
        values[c] = scores[c][u];
        there += Double.isNaN(values[c]) ? 0 : 1;
      }
      if (there < rule.dataThreshold() * values.length) {
        return Double.NaN;
      }
      try {
        return rule.mean().of(values, weights);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            String.format(
                "cannot aggregate '%s' of '%s' from its children %s: %s; normalise to a range above"
                    + " 0, such as 1 to 100",
                node.id(),
                units.get(u),
                children.stream().map(PanelNode::id).toList(),
                e.getMessage()),
            e);
      }
    }
  }
}
