package org.muscat.server.compose;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.Ties;
import org.muscat.engine.panel.normalise.Normalisation;
import org.muscat.engine.panel.normalise.Normaliser;
import org.muscat.engine.panel.normalise.Normalisers;
import org.muscat.server.compose.Composing.Progress;
import org.muscat.server.config.Section;

/** Reads a stage {@code normalise}. */
final class NormaliserReader {

  private static final String GOALPOSTS = "goalposts";
  private static final String SCALED = "scaled";

  /** The parameters of each method. */
  private static final Map<String, List<String>> METHODS =
      Map.ofEntries(
          Map.entry("min-max", List.of("lower", "upper")),
          Map.entry("z-score", List.of("mean", "sd")),
          Map.entry("percentile-rank", List.of("ties")),
          Map.entry("rank", List.of("ties")),
          Map.entry("borda", List.of("ties")),
          Map.entry("distance-to-max", List.of()),
          Map.entry("distance-to-reference", List.of("unit", "cap")),
          Map.entry("distance-to-target", List.of("cap")),
          Map.entry("fraction-of-max", List.of()),
          Map.entry(GOALPOSTS, List.of("lower", "upper", "scale", "truncate")),
          Map.entry(SCALED, List.of("lower", "upper", "scale")));

  private final Meta meta;
  private final Parameters parameters;
  private final Section section;

  NormaliserReader(Meta meta, Parameters parameters) {
    this.meta = meta;
    this.parameters = parameters;
    this.section = parameters.section();
  }

  Stage.Action read() {
    String method = section.text("normalise");
    parameters.method(
        METHODS.keySet().stream().sorted().toList(), METHODS.getOrDefault(method, List.of()));
    if (method.equals("distance-to-reference")) {
      return toReference(section.text("unit"), parameters.truth("cap", false));
    }
    Function<PanelNode, Normaliser> normalisers = normalisers(method);
    return composing -> apply(composing, normalisers);
  }

  private Function<PanelNode, Normaliser> normalisers(String method) {
    return switch (method) {
      case "min-max" -> all(Normalisers.minMax(number("lower", 0), number("upper", 100)));
      case "z-score" -> all(Normalisers.zScore(number("mean", 0), number("sd", 1)));
      case "percentile-rank" -> all(Normalisers.percentileRank(ties(Ties.AVERAGE)));
      case "rank" -> all(Normalisers.rank(ties(Ties.MIN)));
      case "borda" -> all(Normalisers.borda(ties(Ties.MIN)));
      case "distance-to-max" -> all(Normalisers.distanceToMax());
      case "distance-to-target" -> toTarget(parameters.truth("cap", false));
      case "fraction-of-max" -> all(Normalisers.fractionOfMax());
      case GOALPOSTS -> between("goalpost", parameters.truth("truncate", true));
      case SCALED -> between("scaled", false);
      default -> all(Normalisers.minMax(0, 100));
    };
  }

  private static Function<PanelNode, Normaliser> all(Normaliser normaliser) {
    return indicator -> normaliser;
  }

  /** Posts of the stage, or of each indicator in the meta file. */
  private Function<PanelNode, Normaliser> between(String columns, boolean truncated) {
    double scale = number("scale", 100);
    OptionalDouble lower = section.optionalNumber("lower");
    OptionalDouble upper = section.optionalNumber("upper");
    if (lower.isPresent() && upper.isPresent()) {
      return all(Normalisers.goalposts(lower.getAsDouble(), upper.getAsDouble(), scale, truncated));
    }
    if (lower.isPresent() || upper.isPresent()) {
      section.problem(
          lower.isPresent() ? "lower" : "upper",
          "give both 'lower' and 'upper', or neither and the columns '"
              + columns
              + "_lower' and '"
              + columns
              + "_upper' of the meta file");
    }
    return indicator ->
        Normalisers.goalposts(
            meta.number(indicator, columns + "_lower"),
            meta.number(indicator, columns + "_upper"),
            scale,
            truncated);
  }

  private static Function<PanelNode, Normaliser> toTarget(boolean capped) {
    return indicator ->
        Normalisers.distanceToTarget(
            indicator
                .target()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "the indicator '" + indicator.id() + "' has no Target")),
            capped);
  }

  private static Stage.Action toReference(String unit, boolean capped) {
    return composing -> {
      int row = composing.panel().units().indexOf(unit);
      if (row < 0) {
        throw new IllegalArgumentException("the panel has no unit '" + unit + "' to refer to");
      }
      apply(composing, all(Normalisers.distanceToReference(row, capped)));
    };
  }

  private static void apply(Composing composing, Function<PanelNode, Normaliser> normalisers) {
    composing.require(Progress.NATURAL_UNITS, "normalise", "a panel is normalised once");
    composing.normalised(
        Normalisation.apply(composing.panel(), composing.hierarchy(), normalisers));
  }

  private double number(String key, double otherwise) {
    return section.optionalNumber(key).orElse(otherwise);
  }

  private Ties ties(Ties otherwise) {
    String text = section.text("ties", otherwise.name().toLowerCase(Locale.ROOT));
    return switch (text) {
      case "min" -> Ties.MIN;
      case "average" -> Ties.AVERAGE;
      case "max" -> Ties.MAX;
      default -> {
        section.problem("ties", "'" + text + "' is none of min, average and max");
        yield otherwise;
      }
    };
  }
}
