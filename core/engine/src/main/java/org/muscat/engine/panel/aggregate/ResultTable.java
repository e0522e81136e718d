package org.muscat.engine.panel.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.Ranks;

/**
 * Scores as a league table: units from the best index to the worst, those without one last; the
 * index first, then level by level downward.
 *
 * @param scores the scores in that order
 * @param ranks 1 for the highest score of a column, ties sharing the best rank; NaN where there is
 *     no score
 */
public record ResultTable(Panel scores, Panel ranks) {

  /**
   * The table of the results of an aggregation.
   *
   * @param scores with a column for each node of the hierarchy
   */
  public static ResultTable of(Panel scores, Hierarchy hierarchy) {
    Panel ranks = scores.mapColumns((column, values) -> Ranks.best(values));
    String index = hierarchy.index().id();
    List<String> units = new ArrayList<>(scores.units());
    // NaN sorts behind every number. Units of one rank go by their ids.
    units.sort(
        Comparator.comparingDouble((String unit) -> ranks.value(unit, index))
            .thenComparing(Comparator.naturalOrder()));
    List<String> columns =
        hierarchy.nodes().stream()
            .sorted(Comparator.comparingInt(PanelNode::level).reversed())
            .map(PanelNode::id)
            .toList();
    return new ResultTable(
        scores.selectUnits(units).selectColumns(columns),
        ranks.selectUnits(units).selectColumns(columns));
  }
}
