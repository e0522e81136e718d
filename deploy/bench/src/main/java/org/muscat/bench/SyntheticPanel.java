package org.muscat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;

/**
 * A panel over time as composite indicators have it, from a fixed seed: of every four indicators
 * one is log-normal (its logarithm is taken), one has a few outliers (they are winsorised) and two
 * are normal; 5 % of the values are missing, a quarter of the directions falls. Every five
 * indicators make a pillar, every four pillars a sub-index.
 *
 * @param periods one panel for each period
 */
record SyntheticPanel(List<Panel> periods, Hierarchy hierarchy) {

  private static final double MISSING = 0.05;
  private static final double OUTLYING = 0.01;

  static SyntheticPanel of(int units, int indicators, int periods) {
    SplittableRandom random = new SplittableRandom(20250630);
    List<String> rows = ids("unit", units);
    List<String> columns = ids("indicator", indicators);
    List<Panel> panels = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      double[][] values = new double[indicators][units];
      for (int c = 0; c < indicators; c++) {
        for (int u = 0; u < units; u++) {
          values[c][u] = value(c, random);
        }
      }
      panels.add(Panel.of(rows, columns, values));
    }
    return new SyntheticPanel(panels, hierarchy(columns));
  }

  private static double value(int column, SplittableRandom random) {
    double normal = random.nextGaussian();
    boolean outlying = random.nextDouble() < OUTLYING;
    if (random.nextDouble() < MISSING) {
      return Double.NaN;
    }
    return switch (column % 4) {
      case 0 -> Math.exp(1.5 * normal);
      case 1 -> 50 + normal + (outlying ? 15 : 0);
      default -> 50 + normal;
    };
  }

  private static Hierarchy hierarchy(List<String> indicators) {
    int pillars = (indicators.size() + 4) / 5;
    int subIndices = (pillars + 3) / 4;
    List<PanelNode> nodes = new ArrayList<>();
    for (int i = 0; i < indicators.size(); i++) {
      Direction direction = i % 4 == 3 ? Direction.DOWN : Direction.UP;
      nodes.add(PanelNode.indicator(indicators.get(i), direction, 1 + i % 3, "pillar" + i / 5));
    }
    for (int p = 0; p < pillars; p++) {
      nodes.add(PanelNode.aggregate("pillar" + p, 2, 1, "sub-index" + p / 4));
    }
    for (int s = 0; s < subIndices; s++) {
      nodes.add(PanelNode.aggregate("sub-index" + s, 3, 1, "index"));
    }
    nodes.add(PanelNode.index("index", 4));
    return Hierarchy.of(nodes);
  }

  private static List<String> ids(String kind, int count) {
    return IntStream.range(0, count).mapToObj(i -> kind + i).toList();
  }
}
