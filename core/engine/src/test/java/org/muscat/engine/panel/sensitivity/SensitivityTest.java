package org.muscat.engine.panel.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.muscat.engine.panel.sensitivity.SmallPanel.ARITHMETIC;
import static org.muscat.engine.panel.sensitivity.SmallPanel.TREE;
import static org.muscat.engine.panel.sensitivity.SmallPanel.alternatives;
import static org.muscat.engine.panel.sensitivity.SmallPanel.first;
import static org.muscat.engine.panel.sensitivity.SmallPanel.gaps;
import static org.muscat.engine.panel.sensitivity.SmallPanel.nominal;
import static org.muscat.engine.panel.sensitivity.SmallPanel.normalisation;
import static org.muscat.engine.panel.sensitivity.SmallPanel.panel;
import static org.muscat.engine.panel.sensitivity.SmallPanel.scaling;
import static org.muscat.engine.panel.sensitivity.SmallPanel.second;
import static org.muscat.engine.panel.sensitivity.SmallPanel.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.aggregate.LevelRule;

class SensitivityTest {

  @Test
  void shouldDoNoStepTwiceInTheOrderOfTheRuns() {
    int[] calls = new int[2];
    Alternatives counted = alternatives(panel(6), TREE, List.of(first(calls), second(calls)));

    Assessment exact = Sensitivity.exact(counted, 0.9);

    assertThat(exact.runs()).isEqualTo(3 * 2 * 7 * 2);
    assertThat(calls).containsExactly(3, 3 * 2);
  }

  @Test
  void shouldComposeWhatIsDrawnMoreThanOnceOnlyOnce() {
    int[] calls = new int[2];
    Alternatives counted = alternatives(panel(6), TREE, List.of(first(calls), second(calls)));

    Assessment estimate = Sensitivity.estimate(counted, settings(500));

    assertThat(estimate.runs()).isEqualTo(500 * 6);
    assertThat(estimate.composed()).isEqualTo(84);
    assertThat(calls).containsExactly(3, 3 * 2);
  }

  @Test
  void shouldNotDependOnTheOrderOfUnitsIndicatorsAndNodes() {
    Panel panel = gaps(panel(12));
    List<Choice<UnaryOperator<Panel>>> steps = List.of(normalisation(TREE));
    Assessment exact = Sensitivity.exact(alternatives(panel, TREE, steps), 0.8);
    Assessment estimate = Sensitivity.estimate(alternatives(panel, TREE, steps), settings(50));

    Random random = new Random(8);
    for (int repeat = 0; repeat < 10; repeat++) {
      Panel shuffled =
          panel
              .selectColumns(shuffled(panel.columns(), random))
              .selectUnits(shuffled(panel.units(), random));
      Hierarchy tree = Hierarchy.of(shuffled(TREE.nodes(), random));
      Alternatives other = alternatives(shuffled, tree, List.of(normalisation(tree)));
      assertSame(Sensitivity.exact(other, 0.8), exact);
      assertSame(Sensitivity.estimate(other, settings(50)), estimate);
    }
  }

  @Test
  void shouldEstimateWhatIsExact() {
    Alternatives given = alternatives(panel(12), TREE, List.of(normalisation(TREE)));

    Assessment exact = Sensitivity.exact(given, 0.9);
    Assessment estimate = Sensitivity.estimate(given, settings(4000));

    assertThat(estimate.mean()).isCloseTo(exact.mean(), within(0.05 * exact.mean()));
    assertThat(estimate.variance()).isCloseTo(exact.variance(), within(0.1 * exact.variance()));
    for (int i = 0; i < exact.indices().size(); i++) {
      SobolIndex truth = exact.indices().get(i);
      SobolIndex guess = estimate.indices().get(i);
      assertThat(guess.first()).isCloseTo(truth.first(), within(0.06));
      assertThat(guess.total()).isCloseTo(truth.total(), within(0.06));
      assertThat(guess.firstInterval().lower()).isLessThan(guess.first());
      assertThat(guess.totalInterval().upper()).isGreaterThan(guess.total());
      assertThat(truth.total()).isGreaterThanOrEqualTo(truth.first());
    }
  }

  @Test
  void shouldTellWhereAUnitMayStand() {
    // By talks or by tension: b is first or last, a always between, c the other way round, and d
    // has no value at all.
    Hierarchy one =
        Hierarchy.of(
            List.of(
                PanelNode.indicator("talks", Direction.UP, 1, "index"),
                PanelNode.indicator("tension", Direction.UP, 1, "index"),
                PanelNode.index("index", 2)));
    double none = Double.NaN;
    Panel panel =
        Panel.of(
            List.of("a", "b", "c", "d"),
            List.of("talks", "tension"),
            new double[][] {{2, 3, 1, none}, {2, 1, 3, none}});
    Choice<Hierarchy> weights =
        new Choice<>(
            "weights",
            List.of(
                one.withWeights(Map.of("tension", 0.0)), one.withWeights(Map.of("talks", 0.0))));
    Panel nominal = Panel.of(panel.units(), List.of("index"), new double[][] {{2, 3, 1, none}});

    Assessment exact =
        Sensitivity.exact(
            new Alternatives(panel, nominal, List.of(), weights, Choice.fixed("mean", ARITHMETIC)),
            0.5);

    assertThat(exact.ranks().get(0))
        .isEqualTo(new RankStatistics("a", 2, 2, 2, 2, new Interval(2, 2)));
    assertThat(exact.ranks().get(1))
        .isEqualTo(new RankStatistics("b", 1, 2, 2, 2, new Interval(1.5, 2.5)));
    assertThat(exact.ranks().get(3))
        .isEqualTo(new RankStatistics("d", none, 0, none, none, new Interval(none, none)));
    assertThat(exact.mean()).isEqualTo((0 + 4 / 3.0) / 2);
    assertThat(exact.indices().get(0).first()).isEqualTo(1);
  }

  @Test
  void shouldNameTheAlternativesThatCannotBeComposed() {
    Choice<UnaryOperator<Panel>> scores =
        new Choice<>("normalise", List.of(scaling(1, 100), scaling(-1, 1)));

    assertThatThrownBy(() -> Sensitivity.exact(alternatives(panel(6), TREE, List.of(scores)), 0.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "with alternative 2 of 'normalise', alternative 1 of 'weights', alternative 2 of"
                + " 'aggregate': cannot aggregate 'diplomacy' of 'u0'")
        .hasMessageContaining("undefined for the value -")
        .hasMessageEndingWith("; normalise to a range above 0, such as 1 to 100");
  }

  @Test
  void shouldRefuseToAssessWhatIsCertain() {
    Panel panel = panel(6);
    Choice<Hierarchy> weights = Choice.fixed("weights", TREE);
    Choice<List<LevelRule>> mean = Choice.fixed("mean", ARITHMETIC);

    assertThatThrownBy(
            () -> new Alternatives(panel, nominal(panel, TREE), List.of(), weights, mean))
        .hasMessageContaining("nothing has two alternatives");
    assertThatThrownBy(() -> new Alternatives(panel, panel, List.of(), weights, mean))
        .hasMessageContaining("no column 'index'");
    assertThatThrownBy(() -> new Choice<>("weights", List.of()))
        .hasMessageContaining("no way given to do 'weights'");
    assertThatThrownBy(
            () -> Sensitivity.estimate(alternatives(panel, TREE, List.of()), settings(250_001)))
        .hasMessage("250001 rows for 2 factors are more than 1000000 runs; take fewer rows");
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static void assertSame(Assessment actual, Assessment expected) {
    assertThat(actual.indices()).isEqualTo(expected.indices());
    assertThat(actual.ranks()).containsExactlyInAnyOrderElementsOf(expected.ranks());
    assertThat(actual.variance()).isEqualTo(expected.variance());
  }
}
