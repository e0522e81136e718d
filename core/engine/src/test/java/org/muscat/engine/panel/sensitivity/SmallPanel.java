package org.muscat.engine.panel.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.aggregate.Aggregation;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.aggregate.PowerMean;
import org.muscat.engine.panel.normalise.Normalisation;
import org.muscat.engine.panel.normalise.Normalisers;

/** A small panel of three indicators and what may be done to it. */
final class SmallPanel {

  static final List<LevelRule> ARITHMETIC = List.of(LevelRule.of(PowerMean.ARITHMETIC));
  static final List<LevelRule> GEOMETRIC = List.of(LevelRule.of(PowerMean.GEOMETRIC));
  static final Hierarchy TREE =
      Hierarchy.of(
          List.of(
              PanelNode.indicator("tension", Direction.DOWN, 1, "diplomacy"),
              PanelNode.indicator("talks", Direction.UP, 3, "diplomacy"),
              PanelNode.indicator("transits", Direction.UP, 1, "maritime"),
              PanelNode.aggregate("diplomacy", 2, 1, "index"),
              PanelNode.aggregate("maritime", 2, 1, "index"),
              PanelNode.index("index", 3)));
  static final NoisyWeights NOISE = new NoisyWeights(0.3, Set.of(), 7, 5);

  private SmallPanel() {}

  static Alternatives alternatives(
      Panel panel, Hierarchy tree, List<Choice<UnaryOperator<Panel>>> steps) {
    return new Alternatives(
        panel,
        nominal(panel, tree),
        steps,
        new Choice<>("weights", NOISE.of(tree)),
        new Choice<>("aggregate", List.of(ARITHMETIC, GEOMETRIC)));
  }

  static Panel nominal(Panel panel, Hierarchy tree) {
    return new Aggregation(tree, ARITHMETIC).apply(panel).scores();
  }

  static Choice<UnaryOperator<Panel>> first(int[] calls) {
    UnaryOperator<Panel> counting = counting(calls, 0);
    return new Choice<>("one", List.of(counting, counting, counting));
  }

  static Choice<UnaryOperator<Panel>> second(int[] calls) {
    return new Choice<>("two", List.of(counting(calls, 1), counting(calls, 1)));
  }

  static UnaryOperator<Panel> counting(int[] calls, int step) {
    return panel -> {
      calls[step]++;
      return panel;
    };
  }

  static Choice<UnaryOperator<Panel>> normalisation(Hierarchy tree) {
    return new Choice<>(
        "normalise",
        List.of(
            panel -> Normalisation.apply(panel, tree, Normalisers.minMax(1, 100)),
            panel -> Normalisation.apply(panel, tree, Normalisers.zScore(100, 10))));
  }

  static UnaryOperator<Panel> scaling(double lower, double upper) {
    return panel -> Normalisation.apply(panel, TREE, Normalisers.minMax(lower, upper));
  }

  static MonteCarlo settings(int rows) {
    return new MonteCarlo(rows, 3, FirstOrder.CENTRED, new Bootstrap(200, 0.9, 4));
  }

  static Panel panel(int units) {
    Random random = new Random(99);
    List<String> ids = new ArrayList<>();
    double[][] values = new double[3][units];
    for (int u = 0; u < units; u++) {
      ids.add("u" + u);
      for (double[] column : values) {
        column[u] = 1 + 9 * random.nextDouble();
      }
    }
    return Panel.of(ids, List.of("tension", "talks", "transits"), values);
  }

  /** Without any value for the first unit, and without one for the second. */
  static Panel gaps(Panel panel) {
    return panel.mapColumns(
        (column, values) -> {
          values[0] = Double.NaN;
          values[1] = column.equals("talks") ? Double.NaN : values[1];
          return values;
        });
  }
}
