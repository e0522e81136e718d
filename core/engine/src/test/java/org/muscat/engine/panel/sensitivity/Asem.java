package org.muscat.engine.panel.sensitivity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.muscat.engine.panel.Golden;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.aggregate.PowerMean;
import org.muscat.engine.panel.normalise.Normalisation;
import org.muscat.engine.panel.normalise.Normalisers;
import org.muscat.engine.panel.prepare.Treatment;

/** The alternatives of the golden analysis of the ASEM example. */
final class Asem {

  static final List<String> FACTORS = List.of("Winmax", "Normalisation", "Weights", "Aggregation");

  private Asem() {}

  static Alternatives alternatives() {
    return alternatives(Golden.panel("04_pipeline/Screened.csv"), Golden.hierarchy());
  }

  static Alternatives alternatives(Panel screened, Hierarchy hierarchy) {
    return new Alternatives(
        screened,
        Golden.panel("04_pipeline/Aggregated.csv").selectUnits(screened.units()),
        List.of(winmax(), normalisation(hierarchy)),
        new Choice<>("Weights", weights(hierarchy)),
        new Choice<>(
            "Aggregation",
            List.of(
                List.of(LevelRule.of(PowerMean.ARITHMETIC)),
                List.of(LevelRule.of(PowerMean.GEOMETRIC)))));
  }

  static Choice<UnaryOperator<Panel>> winmax() {
    return new Choice<>(
        "Winmax",
        IntStream.rangeClosed(1, 5)
            .<UnaryOperator<Panel>>mapToObj(
                points -> panel -> new Treatment(points, 2, 3.5).apply(panel).panel())
            .toList());
  }

  static Choice<UnaryOperator<Panel>> normalisation(Hierarchy hierarchy) {
    return new Choice<>(
        "Normalisation",
        List.of(
            panel -> Normalisation.apply(panel, hierarchy, Normalisers.minMax(1, 100)),
            panel -> Normalisation.apply(panel, hierarchy, Normalisers.zScore(10, 2))));
  }

  private static List<Hierarchy> weights(Hierarchy hierarchy) {
    Map<Integer, Map<String, Double>> sets = new TreeMap<>();
    for (CSVRecord row : Golden.rows("07_weights/noisy_100_seed1.csv")) {
      sets.computeIfAbsent(Integer.parseInt(row.get("rep")), rep -> new HashMap<>())
          .put(row.get("iCode"), Golden.number(row.get("Weight")));
    }
    List<Hierarchy> hierarchies = new ArrayList<>();
    sets.values().forEach(set -> hierarchies.add(hierarchy.withWeights(set)));
    return hierarchies;
  }
}
