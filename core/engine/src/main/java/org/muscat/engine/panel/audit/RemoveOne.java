package org.muscat.engine.panel.audit;

import java.util.List;
import java.util.Map;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.aggregate.Aggregation;
import org.muscat.engine.panel.aggregate.LevelRule;

/** What the index would be without each node of a level. */
public final class RemoveOne {

  /** The column of the index with nothing removed. */
  public static final String NOMINAL = "Nominal";

  private RemoveOne() {}

  /**
   * The index with nothing removed, and with the weight of each node of a level set to 0 in turn.
   *
   * @param normalised with a column for each indicator
   * @param level below that of the index
   * @return units as in the panel; a column {@link #NOMINAL} and one for each node
   */
  public static Panel scores(
      Panel normalised, Hierarchy hierarchy, List<LevelRule> rules, int level) {
    List<String> removed = hierarchy.level(level).stream().map(PanelNode::id).toList();
    double[][] columns =
        removed.stream()
            .map(id -> index(normalised, hierarchy.withWeights(Map.of(id, 0.0)), rules))
            .toArray(double[][]::new);
    double[][] nominal = {index(normalised, hierarchy, rules)};
    return Panel.of(normalised.units(), List.of(NOMINAL), nominal).with(removed, columns);
  }

  private static double[] index(Panel normalised, Hierarchy hierarchy, List<LevelRule> rules) {
    return new Aggregation(hierarchy, rules)
        .apply(normalised)
        .scores()
        .column(hierarchy.index().id());
  }
}
