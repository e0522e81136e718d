package org.muscat.server.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.sensitivity.FirstOrder;
import org.muscat.engine.panel.sensitivity.NoisyWeights;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;
import org.muscat.server.config.Section;

/** Reads a stage {@code sensitivity}. */
final class SensitivityReader {

  private static final String MONTE_CARLO = "monte-carlo";
  private static final String ALTERNATIVES = "alternatives";
  private static final String WEIGHTS = "weights";
  private static final String AGGREGATE = "aggregate";

  /** The stages on the way to a normalised panel of which there may be alternatives. */
  private static final List<String> STEPS = List.of("impute", "treat", "normalise");

  private final Parameters parameters;
  private final Section section;
  private final Problems problems;
  private final BiFunction<String, ConfigNode, Optional<Stage>> stages;

  /**
   * A reader.
   *
   * @param stages reads a stage of a kind
   */
  SensitivityReader(
      Parameters parameters,
      Problems problems,
      BiFunction<String, ConfigNode, Optional<Stage>> stages) {
    this.parameters = parameters;
    this.section = parameters.section();
    this.problems = problems;
    this.stages = stages;
  }

  Stage.Action read() {
    String method =
        parameters.method(
            List.of("exact", MONTE_CARLO),
            List.of(ALTERNATIVES, "coverage", "runs", "seed", "first-order", "resamples"));
    for (String key : List.of("runs", "seed", "first-order", "resamples")) {
      parameters.onlyWith(key, method, MONTE_CARLO);
    }
    double coverage = section.optionalNumber("coverage").orElse(0.9);
    if (!(coverage > 0 && coverage < 1)) {
      section.problem("coverage", "the coverage is " + coverage + ", not a share between 0 and 1");
    }
    SensitivityStage.Drawing drawing = method.equals(MONTE_CARLO) ? drawing() : null;
    return alternatives(coverage, drawing);
  }

  private SensitivityStage.Drawing drawing() {
    FirstOrder firstOrder =
        switch (section.text("first-order", "centred")) {
          case "centred" -> FirstOrder.CENTRED;
          case "jansen" -> FirstOrder.JANSEN;
          default -> {
            section.problem(
                "first-order",
                "'" + section.text("first-order") + "' is none of centred and jansen");
            yield FirstOrder.CENTRED;
          }
        };
    return new SensitivityStage.Drawing(
        section.whole("runs", 1),
        section.whole("seed", 0),
        firstOrder,
        section.whole("resamples", 1, 1000));
  }

  private Stage.Action alternatives(double coverage, SensitivityStage.@Nullable Drawing drawing) {
    List<String> keys = new ArrayList<>(STEPS);
    keys.addAll(List.of(WEIGHTS, AGGREGATE));
    Optional<ConfigNode> node = section.get(ALTERNATIVES);
    if (node.isEmpty()) {
      section.problem(ALTERNATIVES, "option 'alternatives' is missing; it has some of " + keys);
    }
    Section given =
        Section.of(node.orElse(ConfigNode.emptyMapping(parameters.place())), problems, keys);
    Map<String, List<Stage>> steps = new HashMap<>();
    for (String kind : STEPS) {
      if (given.get(kind).isPresent()) {
        steps.put(
            kind,
            several(given, kind).stream()
                .flatMap(one -> stages.apply(kind, one).stream())
                .toList());
      }
    }
    List<List<LevelRule>> rules = several(given, AGGREGATE).stream().map(this::rules).toList();
    Optional<NoisyWeights> weights = given.get(WEIGHTS).flatMap(this::weights);
    return new SensitivityStage(steps, weights, rules, coverage, drawing);
  }

  /** The alternatives of a kind; a kind that is not named has none. */
  private List<ConfigNode> several(Section given, String kind) {
    List<ConfigNode> nodes = given.list(kind);
    if (nodes.size() < 2 && given.get(kind).isPresent()) {
      given.problem(kind, "'" + kind + "' needs a list of two alternatives or more");
    }
    List<ConfigNode> mappings = new ArrayList<>();
    for (ConfigNode node : nodes) {
      if (node instanceof ConfigNode.Mapping) {
        mappings.add(node);
      } else {
        problems.add(
            node.place(), node.describe() + " is no stage, such as {" + kind + ": method}");
      }
    }
    return mappings;
  }

  private List<LevelRule> rules(ConfigNode node) {
    return new AggregationReader(
            new Parameters(AGGREGATE, node, Section.open(node, problems), problems))
        .rules();
  }

  private Optional<NoisyWeights> weights(ConfigNode node) {
    Section noise = Section.of(node, problems, List.of("noise", "count", "seed", "levels"));
    Set<Integer> levels = new HashSet<>();
    for (String level : noise.texts("levels")) {
      if (level.matches("[1-9][0-9]?")) {
        levels.add(Integer.valueOf(level));
      } else {
        noise.problem("levels", "'" + level + "' is no level, such as 2");
      }
    }
    double share = noise.number("noise");
    int count = noise.whole("count", 2);
    int seed = noise.whole("seed", 0);
    if (!(share > 0 && share < 1)) {
      noise.problem("noise", "the noise is " + share + ", not a share between 0 and 1");
      return Optional.empty();
    }
    return Optional.of(new NoisyWeights(share, levels, count, seed));
  }
}
