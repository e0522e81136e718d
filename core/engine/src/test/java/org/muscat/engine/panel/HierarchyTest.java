package org.muscat.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HierarchyTest {

  private static final PanelNode A = PanelNode.indicator("a", Direction.UP, 1, "p");
  private static final PanelNode B = PanelNode.indicator("b", Direction.DOWN, 3, "p");
  private static final PanelNode C = PanelNode.indicator("c", Direction.UP, 1, "all");
  private static final PanelNode P = PanelNode.aggregate("p", 2, 1, "all");
  private static final PanelNode ALL = PanelNode.index("all", 3);

  @Test
  void shouldSortChildrenByIdAndAggregatesBottomUp() {
    Hierarchy hierarchy = Hierarchy.of(List.of(ALL, P, C, B, A));

    assertThat(hierarchy.children("p")).containsExactly(A, B);
    assertThat(hierarchy.children("all")).containsExactly(C, P);
    assertThat(hierarchy.aggregates()).containsExactly(P, ALL);
    assertThat(hierarchy.index()).isEqualTo(ALL);
    assertThat(hierarchy.indicatorsBelow("all")).containsExactly(C, A, B);
  }

  @Test
  void shouldMultiplyRelativeWeightsOnTheWayDown() {
    Hierarchy hierarchy = Hierarchy.of(List.of(A, B, C, P, ALL));

    assertThat(hierarchy.effectiveWeights())
        .isEqualTo(Map.of("all", 1.0, "p", 0.5, "c", 0.5, "a", 0.125, "b", 0.375));
    assertThat(hierarchy.withWeights(Map.of("a", 3.0)).effectiveWeights())
        .containsEntry("a", 0.25)
        .containsEntry("b", 0.25);
  }

  @Test
  void shouldRefuseWhatIsNoTree() {
    assertRefused(List.of(A, A, P, ALL), "names 'a' twice");
    assertRefused(List.of(A, ALL), "parent 'p' of 'a' is not in the hierarchy");
    assertRefused(
        List.of(A, PanelNode.index("p", 1)), "parent 'p' of 'a' is on level 1, not above level 1");
    assertRefused(List.of(C, P, ALL), "aggregate 'p' has no children");
    assertRefused(List.of(A, PanelNode.index("p", 2), PanelNode.index("q", 2)), "[p, q]");
  }

  @Test
  void shouldRefuseNodesThatCannotBe() {
    assertThatThrownBy(() -> A.withWeight(-1)).hasMessageContaining("weight of 'a' is -1.0");
    assertThatThrownBy(() -> PanelNode.index("q", 0)).hasMessageContaining("level of 'q' is 0");
    assertThatThrownBy(() -> PanelNode.index(" ", 2)).hasMessageContaining("no id");
  }

  private static void assertRefused(List<PanelNode> nodes, String message) {
    assertThatThrownBy(() -> Hierarchy.of(nodes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseAWeightOfWhatIsNotThere() {
    Hierarchy hierarchy = Hierarchy.of(List.of(A, B, C, P, ALL));

    assertThatThrownBy(() -> hierarchy.withWeights(Map.of("z", 1.0)))
        .hasMessageContaining("no 'z'");
  }

  @Test
  void shouldGiveNoWeightBelowAnAggregateWithoutAny() {
    Hierarchy hierarchy = Hierarchy.of(List.of(A.withWeight(0), B.withWeight(0), C, P, ALL));

    assertThat(hierarchy.effectiveWeights()).containsEntry("p", 0.5).containsEntry("a", 0.0);
  }
}
