package org.muscat.engine.panel.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.Samples;

class NoisyWeightsTest {

  private static final Hierarchy TREE =
      Hierarchy.of(
          List.of(
              PanelNode.indicator("talks", Direction.UP, 3, "diplomacy"),
              PanelNode.indicator("transits", Direction.UP, 0, "maritime"),
              PanelNode.aggregate("diplomacy", 2, 2, "index"),
              PanelNode.aggregate("maritime", 2, 1, "index"),
              PanelNode.index("index", 3)));

  @Test
  void shouldDrawEvenlyAroundEachWeight() {
    double[] drawn = weights(new NoisyWeights(0.25, Set.of(), 4000, 1), "diplomacy");

    // Uniform over a range of 1: mean 2, sd 1 over the root of 12.
    assertThat(Samples.mean(drawn)).isCloseTo(2, within(4 * 0.2887 / Math.sqrt(4000)));
    assertThat(Samples.standardDeviation(drawn)).isCloseTo(0.2887, within(0.01));
    assertThat(Samples.min(drawn)).isBetween(1.5, 1.51);
    assertThat(Samples.max(drawn)).isBetween(2.49, 2.5);
  }

  @Test
  void shouldLeaveOtherLevelsTheIndexAndWhatWasRemovedAsTheyAre() {
    NoisyWeights noise = new NoisyWeights(0.25, Set.of(2), 10, 1);

    assertThat(weights(noise, "talks")).containsOnly(3);
    assertThat(weights(noise, "diplomacy")).doesNotContain(2);
    assertThat(weights(new NoisyWeights(0.25, Set.of(), 10, 1), "transits")).containsOnly(0);
    assertThat(weights(new NoisyWeights(0.25, Set.of(), 10, 1), "index")).containsOnly(1);
  }

  @Test
  void shouldDependOnTheSeedAndNotOnTheOrderOfTheNodes() {
    List<PanelNode> nodes = new ArrayList<>(TREE.nodes());
    Collections.reverse(nodes);
    Hierarchy reversed = Hierarchy.of(nodes);
    NoisyWeights noise = new NoisyWeights(0.25, Set.of(), 5, 1);

    for (int set = 0; set < 5; set++) {
      Hierarchy one = noise.of(TREE).get(set);
      Hierarchy other = noise.of(reversed).get(set);
      TREE.nodes().forEach(n -> assertThat(other.node(n.id())).isEqualTo(one.node(n.id())));
    }
    assertThat(weights(new NoisyWeights(0.25, Set.of(), 9, 1), "talks"))
        .startsWith(weights(noise, "talks"));
    assertThat(weights(new NoisyWeights(0.25, Set.of(), 5, 2), "talks"))
        .isNotEqualTo(weights(noise, "talks"));
  }

  @Test
  void shouldRefuseNoiseThatTurnsAWeightRoundAndLevelsWithoutWeights() {
    assertThatThrownBy(() -> new NoisyWeights(1, Set.of(), 5, 1))
        .hasMessageContaining("the noise of the weights is 1.0");
    assertThatThrownBy(() -> new NoisyWeights(0.2, Set.of(), 0, 1))
        .hasMessageContaining("0 sets of weights");
    assertThatThrownBy(() -> new NoisyWeights(0.2, Set.of(), 10_001, 1))
        .hasMessageContaining("10001 sets of weights, not 1 to 10000");
    assertThatThrownBy(() -> new NoisyWeights(0.2, Set.of(3), 5, 1).of(TREE))
        .hasMessage("there are no weights on level 3 of the hierarchy");
  }

  private static double[] weights(NoisyWeights noise, String id) {
    return noise.of(TREE).stream().mapToDouble(tree -> tree.node(id).weight()).toArray();
  }
}
