package org.muscat.engine.panel.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.PanelNode;

/**
 * Weights that might have been: each is multiplied by {@code 1 + share (2u - 1)}, u uniform in
 * [0,1) and drawn for each node on its own, in the order of the ids. Weights stay relative inside a
 * parent and are not scaled.
 *
 * @param share how far a weight goes up or down at most, in [0,1)
 * @param levels those whose weights are uncertain; none for all below the index
 * @param count how many sets of weights, from 1 to {@link #MOST_SETS}
 * @param seed of what is drawn; more sets with the same seed begin with those of fewer
 */
public record NoisyWeights(double share, Set<Integer> levels, int count, long seed) {

  /** More sets are refused: each is a hierarchy in memory. */
  public static final int MOST_SETS = 10_000;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public NoisyWeights {
    levels = Set.copyOf(levels);
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "the noise of the weights is " + share + ", not a share from 0 to below 1");
    }
    if (count < 1 || count > MOST_SETS) {
      throw new IllegalArgumentException(
          "there are " + count + " sets of weights, not 1 to " + MOST_SETS);
    }
  }

  /**
   * The hierarchy with each set of weights.
   *
   * @throws IllegalArgumentException if the hierarchy has no node below the index on one of the
   *     levels
   */
  public List<Hierarchy> of(Hierarchy hierarchy) {
    for (int level : levels) {
      if (level >= hierarchy.index().level() || hierarchy.level(level).isEmpty()) {
        throw new IllegalArgumentException(
            "there are no weights on level " + level + " of the hierarchy");
      }
    }
    List<PanelNode> nodes =
        hierarchy.nodes().stream()
            .filter(node -> node.parent() != null)
            .filter(node -> levels.isEmpty() || levels.contains(node.level()))
            .sorted(Comparator.comparing(PanelNode::id))
            .toList();
    SplittableRandom random = Streams.weights(seed);
    List<Hierarchy> drawn = new ArrayList<>();
    for (int set = 0; set < count; set++) {
      Map<String, Double> weights = new HashMap<>();
      for (PanelNode node : nodes) {
        weights.put(node.id(), node.weight() * (1 + share * (2 * random.nextDouble() - 1)));
      }
      drawn.add(hierarchy.withWeights(weights));
    }
    return List.copyOf(drawn);
  }
}
