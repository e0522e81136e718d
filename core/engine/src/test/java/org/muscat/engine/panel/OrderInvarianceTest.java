package org.muscat.engine.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.engine.panel.aggregate.Aggregation;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.aggregate.PowerMean;
import org.muscat.engine.panel.normalise.Normalisation;
import org.muscat.engine.panel.normalise.Normaliser;
import org.muscat.engine.panel.normalise.Normalisers;
import org.muscat.engine.panel.prepare.Imputation;
import org.muscat.engine.panel.prepare.Treated;
import org.muscat.engine.panel.prepare.Treatment;

/** The order in which units and indicators are listed changes no bit of any stage. */
class OrderInvarianceTest {

  private static final List<String> UNITS = ids("u", 60);
  private static final List<String> INDICATORS = ids("i", 9);
  private static final List<PanelNode> NODES = nodes();

  static List<Normaliser> normalisers() {
    return List.of(
        Normalisers.minMax(1, 100),
        Normalisers.zScore(50, 10),
        Normalisers.percentileRank(Ties.AVERAGE),
        Normalisers.distanceToMax());
  }

  static List<Imputation> imputations() {
    Map<String, String> groups = new HashMap<>();
    UNITS.forEach(unit -> groups.put(unit, unit.endsWith("3") ? "three" : "other"));
    return List.of(Imputation.mean(), Imputation.median(), Imputation.groupMean(groups));
  }

  @ParameterizedTest
  @MethodSource("imputations")
  void shouldImputeTheSameBits(Imputation imputation) {
    Random random = new Random(21);
    for (int round = 0; round < 20; round++) {
      Panel panel = panel(random);

      Panel shuffled = imputation.apply(shuffled(panel, random));

      assertSameBits(shuffled, imputation.apply(panel));
    }
  }

  @Test
  void shouldTreatToTheSameBits() {
    Random random = new Random(22);
    for (int round = 0; round < 20; round++) {
      Panel panel = panel(random);

      Treated treated = Treatment.CUSTOMARY.apply(panel);
      Treated shuffled = Treatment.CUSTOMARY.apply(shuffled(panel, random));

      assertSameBits(shuffled.panel(), treated.panel());
      assertThat(shuffled.reports()).containsExactlyInAnyOrderElementsOf(treated.reports());
      assertThat(shuffled.marks()).containsExactlyInAnyOrderElementsOf(treated.marks());
    }
  }

  @ParameterizedTest
  @MethodSource("normalisers")
  void shouldNormaliseAndAggregateToTheSameBits(Normaliser normaliser) {
    Random random = new Random(23);
    for (int round = 0; round < 20; round++) {
      Panel panel = panel(random);
      List<PanelNode> nodes = new ArrayList<>(NODES);
      Collections.shuffle(nodes, random);

      Panel scores = scores(panel, Hierarchy.of(NODES), normaliser);
      Panel shuffled = scores(shuffled(panel, random), Hierarchy.of(nodes), normaliser);

      assertSameBits(shuffled, scores);
    }
  }

  private static Panel scores(Panel panel, Hierarchy hierarchy, Normaliser normaliser) {
    return new Aggregation(hierarchy, List.of(LevelRule.of(PowerMean.ARITHMETIC)))
        .apply(Normalisation.apply(panel, hierarchy, normaliser))
        .scores();
  }

  private static void assertSameBits(Panel actual, Panel expected) {
    for (String column : expected.columns()) {
      for (String unit : expected.units()) {
        assertThat(Double.doubleToRawLongBits(actual.value(unit, column)))
            .as(unit + " " + column)
            .isEqualTo(Double.doubleToRawLongBits(expected.value(unit, column)));
      }
    }
  }

  private static Panel shuffled(Panel panel, Random random) {
    List<String> units = new ArrayList<>(panel.units());
    List<String> columns = new ArrayList<>(panel.columns());
    Collections.shuffle(units, random);
    Collections.shuffle(columns, random);
    return panel.selectUnits(units).selectColumns(columns);
  }

  /** Columns of normal, log-normal and outlying values, with ties and gaps. */
  private static Panel panel(Random random) {
    double[][] values = new double[INDICATORS.size()][UNITS.size()];
    for (int c = 0; c < values.length; c++) {
      for (int u = 0; u < UNITS.size(); u++) {
        double normal = random.nextGaussian();
        double outlying = u % 30 == 0 ? 20 : 1;
        double value = c % 3 == 0 ? Math.exp(2 * normal) : c % 3 == 1 ? outlying * normal : normal;
        values[c][u] = random.nextInt(10) == 0 ? Double.NaN : value;
      }
      values[c][1] = values[c][2];
    }
    return Panel.of(UNITS, INDICATORS, values);
  }

  private static List<PanelNode> nodes() {
    List<PanelNode> nodes = new ArrayList<>();
    for (int i = 0; i < INDICATORS.size(); i++) {
      Direction direction = i % 2 == 0 ? Direction.UP : Direction.DOWN;
      nodes.add(PanelNode.indicator(INDICATORS.get(i), direction, 1 + i * 0.1, "p" + i / 3));
    }
    ids("p", 3).forEach(pillar -> nodes.add(PanelNode.aggregate(pillar, 2, 0.7, "all")));
    nodes.add(PanelNode.index("all", 3));
    return nodes;
  }

  private static List<String> ids(String kind, int count) {
    return IntStream.range(0, count).mapToObj(i -> kind + i).toList();
  }
}
