package org.muscat.engine.panel.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muscat.engine.panel.sensitivity.SmallPanel.TREE;
import static org.muscat.engine.panel.sensitivity.SmallPanel.alternatives;
import static org.muscat.engine.panel.sensitivity.SmallPanel.first;
import static org.muscat.engine.panel.sensitivity.SmallPanel.gaps;
import static org.muscat.engine.panel.sensitivity.SmallPanel.panel;
import static org.muscat.engine.panel.sensitivity.SmallPanel.second;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.aggregate.Aggregation;

class ComposerTest {

  @Test
  void shouldGoOnFromTheFirstStepThatDiffers() {
    int[] calls = new int[2];
    Composer composer =
        new Composer(alternatives(panel(6), TREE, List.of(first(calls), second(calls))));

    double[] once = composer.index(0, 1, 2, 0);
    composer.index(0, 1, 3, 1);
    assertThat(calls).containsExactly(1, 1);
    composer.index(0, 0, 2, 0);
    assertThat(calls).containsExactly(1, 2);
    composer.index(2, 1, 2, 0);
    assertThat(calls).containsExactly(2, 3);

    assertThat(composer.index(0, 1, 2, 0)).containsExactly(once);
  }

  @Test
  void shouldEqualTheAggregationOfThePanel() {
    Panel panel = gaps(panel(9));
    Alternatives given = alternatives(panel, TREE, List.of());
    Composer composer = new Composer(given);

    for (int weights = 0; weights < 7; weights++) {
      for (int rules = 0; rules < 2; rules++) {
        Panel scores =
            new Aggregation(
                    given.weights().alternatives().get(weights),
                    given.aggregations().alternatives().get(rules))
                .apply(panel)
                .scores();
        assertThat(composer.index(weights, rules)).containsExactly(scores.column("index"));
      }
    }
    assertThat(composer.index(0, 0)).contains(Double.NaN);
  }

  @Test
  void shouldRefuseRunsThatLoseUnitsOrDoNotExist() {
    Choice<UnaryOperator<Panel>> screening =
        new Choice<>(
            "screen", List.of(panel -> panel, panel -> panel.selectUnits(List.of("u1", "u2"))));
    Alternatives given = alternatives(panel(6), TREE, List.of(screening));

    assertThatThrownBy(() -> Sensitivity.exact(given, 0.9))
        .hasMessageContaining("alternative 2 of 'screen'")
        .hasMessageContaining("the units are other ones than those published");
    assertThatThrownBy(() -> new Composer(given).index(0, 0))
        .hasMessageContaining("[0, 0] is no run of");
    assertThatThrownBy(() -> new Composer(given).index(0, 7, 0))
        .hasMessageContaining("[0, 7, 0] is no run of");
  }
}
