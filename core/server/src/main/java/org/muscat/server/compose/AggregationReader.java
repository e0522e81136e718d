package org.muscat.server.compose;

import java.util.ArrayList;
import java.util.List;
import org.muscat.engine.panel.aggregate.Aggregation;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.aggregate.PowerMean;
import org.muscat.engine.panel.aggregate.ResultTable;
import org.muscat.server.compose.Composing.Progress;

/** Reads a stage {@code aggregate}. */
final class AggregationReader {

  private static final String POWER = "power";
  private static final String THRESHOLD = "data-threshold";

  private final Parameters parameters;

  AggregationReader(Parameters parameters) {
    this.parameters = parameters;
  }

  Stage.Action read() {
    List<LevelRule> rules = rules();
    return composing -> aggregate(composing, rules);
  }

  /** The rules alone. */
  List<LevelRule> rules() {
    List<String> methods =
        parameters.methods(
            List.of("arithmetic", "geometric", "harmonic", POWER), List.of("p", THRESHOLD));
    if (!methods.contains(POWER) && parameters.section().get("p").isPresent()) {
      parameters.section().problem("p", "'p' has a meaning for the method 'power' only");
    }
    double p = methods.contains(POWER) ? parameters.section().number("p") : 1;
    double threshold = parameters.section().optionalNumber(THRESHOLD).orElse(0);
    List<LevelRule> rules = new ArrayList<>();
    methods.forEach(method -> rules.add(new LevelRule(mean(method, p), threshold)));
    return rules;
  }

  private static void aggregate(Composing composing, List<LevelRule> rules) {
    composing.require(
        Progress.NORMALISED, "aggregate", "it needs one 'normalise' before it and comes once");
    Aggregation.Aggregated result =
        new Aggregation(composing.hierarchy(), rules).apply(composing.panel());
    composing.aggregated(result.scores(), rules);
    ResultTable table = ResultTable.of(result.scores(), composing.hierarchy());
    composing.file("coverage", Rows.of(result.coverage()));
    composing.file("results-scores", Rows.of(table.scores()));
    composing.file("results-ranks", Rows.ranks(table.ranks()));
  }

  private static PowerMean mean(String method, double p) {
    return switch (method) {
      case "geometric" -> PowerMean.GEOMETRIC;
      case "harmonic" -> PowerMean.HARMONIC;
      case POWER -> new PowerMean(p);
      default -> PowerMean.ARITHMETIC;
    };
  }
}
