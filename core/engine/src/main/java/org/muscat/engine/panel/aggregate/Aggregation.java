package org.muscat.engine.panel.aggregate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;

/**
 * Aggregates a panel up to its index. Children are taken in the order of their ids and weights
 * relative to the siblings that are there; a child of weight 0 counts as removed.
 */
public final class Aggregation {

  private final List<String> indicators;
  private final List<String> aggregates;
  private final List<Level> levels;

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
    List<PanelNode> nodes = hierarchy.aggregates();
    indicators = hierarchy.indicators().stream().map(PanelNode::id).toList();
    aggregates = nodes.stream().map(PanelNode::id).toList();
    Map<String, Integer> rows = new HashMap<>();
    indicators.forEach(id -> rows.put(id, rows.size()));
    aggregates.forEach(id -> rows.put(id, rows.size()));
    levels =
        nodes.stream()
            .map(
                node ->
                    new Level(
                        node.id(),
                        hierarchy.children(node.id()),
                        rows,
                        rules.get(Math.min(node.level() - 2, rules.size() - 1))))
            .toList();
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
    int units = panel.units().size();
    // Rows of indicators, then of aggregates; each aggregate after its children.
    double[][] scores = new double[indicators.size() + aggregates.size()][units];
    double[][] coverage = new double[scores.length][units];
    for (int i = 0; i < indicators.size(); i++) {
      scores[i] = panel.column(indicators.get(i));
      for (int u = 0; u < units; u++) {
        coverage[i][u] = Double.isNaN(scores[i][u]) ? 0 : 1;
      }
    }
    for (int a = 0; a < aggregates.size(); a++) {
      levels.get(a).aggregate(scores, coverage, indicators.size() + a, panel.units());
    }
    double[][] above = Arrays.copyOfRange(scores, indicators.size(), scores.length);
    double[][] shares = Arrays.copyOfRange(coverage, indicators.size(), scores.length);
    return new Aggregated(
        panel.selectColumns(indicators).with(aggregates, above),
        panel.ofSameUnits(aggregates, shares));
  }
}
