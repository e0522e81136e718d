package org.muscat.engine.panel.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.aggregate.Aggregation.Aggregated;

class AggregationTest {

  private static final double NAN = Double.NaN;

  private static final List<PanelNode> NODES =
      List.of(
          PanelNode.indicator("a", Direction.UP, 1, "energy"),
          PanelNode.indicator("b", Direction.UP, 3, "energy"),
          PanelNode.indicator("c", Direction.UP, 1, "maritime"),
          PanelNode.aggregate("energy", 2, 1, "all"),
          PanelNode.aggregate("maritime", 2, 1, "all"),
          PanelNode.index("all", 3));

  @Test
  void shouldTakeWeightsRelativeToWhatIsThereAndSayHowMuchThatIs() {
    Panel panel =
        Panel.of(
            List.of("x", "y", "z"),
            List.of("a", "b", "c"),
            new double[][] {{10, 10, NAN}, {30, NAN, NAN}, {50, 50, 50}});

    Aggregated result = aggregate(NODES, panel, 0);

    assertThat(result.scores().column("energy")).containsExactly(25, 10, NAN);
    assertThat(result.scores().column("all")).containsExactly(37.5, 30, 50);
    assertThat(result.coverage().column("energy")).containsExactly(1, 0.25, 0);
    assertThat(result.coverage().column("all")).containsExactly(1, 0.625, 0.5);
  }

  @Test
  void shouldGiveNothingBelowTheDataThreshold() {
    Panel panel =
        Panel.of(List.of("x"), List.of("a", "b", "c"), new double[][] {{10}, {NAN}, {50}});

    assertThat(aggregate(NODES, panel, 0.5).scores().value("x", "energy")).isEqualTo(10);
    assertThat(aggregate(NODES, panel, 0.51).scores().missing("x", "energy")).isTrue();
    assertThat(aggregate(NODES, panel, 0.51).coverage().value("x", "all")).isZero();
  }

  @Test
  void shouldCountAChildOfNoWeightAsRemoved() {
    Panel panel =
        Panel.of(List.of("x"), List.of("a", "b", "c"), new double[][] {{10}, {NAN}, {50}});
    Hierarchy without = Hierarchy.of(NODES).withWeights(Map.of("b", 0.0));

    Aggregated result =
        new Aggregation(without, List.of(new LevelRule(PowerMean.ARITHMETIC, 1))).apply(panel);

    assertThat(result.scores().value("x", "energy")).isEqualTo(10);
    assertThat(result.coverage().value("x", "all")).isEqualTo(1);
  }

  @Test
  void shouldGiveTheSameBitsInAnyOrderOfUnitsAndIndicators() {
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      Panel panel =
          Panel.of(
              List.of("x", "y"),
              List.of("a", "b", "c"),
              new double[][] {
                random.doubles(2).toArray(),
                random.doubles(2).toArray(),
                random.doubles(2).toArray()
              });
      List<PanelNode> shuffled = new ArrayList<>(NODES);
      Collections.shuffle(shuffled, random);

      double expected = aggregate(NODES, panel, 0).scores().value("y", "all");
      double actual =
          aggregate(shuffled, panel.selectUnits(List.of("y", "x")), 0).scores().value("y", "all");

      assertThat(actual).isEqualTo(expected);
    }
  }

  @Test
  void shouldRiseWithTheExponentAndStayBetweenTheEnds() {
    Random random = new Random(6);
    double[] weights = {1, 2, 3};
    for (int round = 0; round < 500; round++) {
      double[] x = random.doubles(3, 1, 100).toArray();
      double last = Math.min(x[0], Math.min(x[1], x[2])) * (1 - 1e-12);
      for (double p = -40; p <= 40; p += 0.5) {
        double mean = new PowerMean(p).of(x, weights);

        assertThat(mean).isGreaterThanOrEqualTo(last * (1 - 1e-12));
        last = mean;
      }
      assertThat(last).isLessThanOrEqualTo(Math.max(x[0], Math.max(x[1], x[2])) * (1 + 1e-12));
    }
  }

  @Test
  void shouldNotOverflowWhereTheMeanDoesNot() {
    assertThat(new PowerMean(400).of(new double[] {1e300, 1e300}, new double[] {1, 1}))
        .isEqualTo(1e300);
    assertThat(new PowerMean(-3).of(new double[] {1e-200, 1e-200}, new double[] {1, 1}))
        .isCloseTo(1e-200, within(1e-212));
  }

  @Test
  void shouldNameTheUnitAndTheAggregateWhoseMeanIsUndefined() {
    Panel panel = Panel.of(List.of("x"), List.of("a", "b", "c"), new double[][] {{10}, {0}, {50}});
    Aggregation geometric =
        new Aggregation(Hierarchy.of(NODES), List.of(LevelRule.of(PowerMean.GEOMETRIC)));

    assertThatThrownBy(() -> geometric.apply(panel))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'energy' of 'x'")
        .hasMessageContaining("0.0");
  }

  private static Aggregated aggregate(List<PanelNode> nodes, Panel panel, double threshold) {
    return new Aggregation(
            Hierarchy.of(nodes), List.of(new LevelRule(PowerMean.ARITHMETIC, threshold)))
        .apply(panel);
  }

  @Test
  void shouldKnowNoMeanOfNothing() {
    for (double p : new double[] {-1, 0, 0.5, 1, 2}) {
      assertThat(new PowerMean(p).of(new double[] {NAN, 5}, new double[] {1, 0})).isNaN();
    }
  }

  @Test
  void shouldDefineTheMeanOfNoughtWhereItsPowerIs() {
    double[] values = {0, 4};
    double[] weights = {1, 1};

    assertThat(new PowerMean(2).of(values, weights)).isCloseTo(Math.sqrt(8), within(1e-12));
    assertThat(new PowerMean(2).of(new double[] {0, 0}, weights)).isZero();
    assertThatThrownBy(() -> new PowerMean(-1).of(values, weights)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new PowerMean(2).of(new double[] {-1, 4}, weights))
        .hasMessageContaining("-1.0");
  }

  @Test
  void shouldTakeTheLastRuleForAllLevelsAbove() {
    Panel panel = Panel.of(List.of("x"), List.of("a", "b", "c"), new double[][] {{4}, {4}, {16}});
    List<LevelRule> rules =
        List.of(LevelRule.of(PowerMean.ARITHMETIC), LevelRule.of(PowerMean.GEOMETRIC));

    Panel scores = new Aggregation(Hierarchy.of(NODES), rules).apply(panel).scores();

    assertThat(scores.value("x", "all")).isCloseTo(8, within(1e-12));
    assertThatThrownBy(() -> new Aggregation(Hierarchy.of(NODES), List.of()))
        .hasMessageContaining("a rule for level 2");
  }
}
