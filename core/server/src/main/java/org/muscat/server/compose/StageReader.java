package org.muscat.server.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.audit.Correlation;
import org.muscat.engine.panel.prepare.Denomination;
import org.muscat.engine.panel.prepare.Imputation;
import org.muscat.engine.panel.prepare.Screening;
import org.muscat.engine.panel.prepare.Treatment;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.Problems;
import org.muscat.server.compose.Composing.Progress;
import org.muscat.server.config.ConfigException;
import org.muscat.server.config.Section;

/** Reads the stages of a specification; all that is wrong with them is told at once. */
final class StageReader {

  private static final List<String> KINDS =
      List.of(
          "denominate",
          "impute",
          "screen",
          "treat",
          "normalise",
          "aggregate",
          "audit",
          "sensitivity");

  private final Meta meta;
  private final Problems problems = new Problems();

  private StageReader(Meta meta) {
    this.meta = meta;
  }

  /**
   * The stages of a file.
   *
   * @throws ConfigException if it is no specification
   */
  static List<Stage> read(Path file, Meta meta) {
    return new StageReader(meta).read(file);
  }

  private List<Stage> read(Path file) {
    Optional<ConfigNode> root = ConfigReader.read(file, problems);
    ConfigException.throwIfAny(problems);
    Section spec = Section.of(root.orElseThrow(), problems, List.of("stages"));
    List<Stage> stages = new ArrayList<>();
    for (ConfigNode node : spec.list("stages")) {
      stage(node).ifPresent(stages::add);
    }
    if (stages.isEmpty() && problems.isEmpty()) {
      spec.problem("stages", "the specification has no stages");
    }
    ConfigException.throwIfAny(problems);
    return stages;
  }

  private Optional<Stage> stage(ConfigNode node) {
    Section open = Section.open(node, problems);
    List<String> kinds =
        open.entries().stream().map(ConfigNode.Entry::key).filter(KINDS::contains).toList();
    if (kinds.size() != 1) {
      problems.add(
          node.place(), "a stage has one of the keys " + KINDS + ", but this has " + kinds);
      return Optional.empty();
    }
    return stage(kinds.get(0), node);
  }

  /** A stage of a kind, wherever it stands. */
  private Optional<Stage> stage(String kind, ConfigNode node) {
    Parameters parameters = new Parameters(kind, node, Section.open(node, problems), problems);
    try {
      return Optional.of(new Stage(kind, node.place(), action(kind, parameters)));
    } catch (IllegalArgumentException e) {
      problems.add(node.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Stage.Action action(String kind, Parameters parameters) {
    return switch (kind) {
      case "denominate" -> denominate(parameters);
      case "impute" -> impute(parameters);
      case "screen" -> screen(parameters);
      case "treat" -> treat(parameters);
      case "normalise" -> new NormaliserReader(meta, parameters).read();
      case "aggregate" -> new AggregationReader(parameters).read();
      case "sensitivity" -> new SensitivityReader(parameters, problems, this::stage).read();
      default -> audit(parameters);
    };
  }

  private static Stage.Action denominate(Parameters parameters) {
    parameters.method(List.of("as-declared"), List.of());
    return composing -> {
      composing.require(Progress.NATURAL_UNITS, "denominate", "it works on natural units");
      List<Panel> history = composing.history();
      for (int i = 0; i < history.size(); i++) {
        Panel sizes = composing.earlier().get(i).denominators();
        history.set(i, Denomination.apply(history.get(i), composing.hierarchy(), sizes));
      }
      composing.prepared(
          Denomination.apply(
              composing.panel(), composing.hierarchy(), composing.data().denominators()));
    };
  }

  private Stage.Action impute(Parameters parameters) {
    String method =
        parameters.method(
            List.of("none", "mean", "median", "group-mean", "carry-forward"), List.of("group"));
    parameters.onlyWith("group", method, "group-mean");
    return switch (method) {
      case "mean" -> imputing(Imputation.mean());
      case "median" -> imputing(Imputation.median());
      case "group-mean" -> {
        String grouping = parameters.section().text("group");
        if (!meta.groups().contains(grouping)) {
          parameters
              .section()
              .problem(
                  "group", "'" + grouping + "' is no group of the meta file: " + meta.groups());
        }
        yield composing ->
            impute(
                composing,
                Imputation.groupMean(composing.data().groups().getOrDefault(grouping, Map.of())));
      }
      case "carry-forward" ->
          composing -> {
            if (composing.history().isEmpty()) {
              throw new IllegalArgumentException(
                  "carry-forward needs earlier rows: a column Time with two values or more");
            }
            if (composing.treated()) {
              throw new IllegalArgumentException("carry-forward comes before 'treat'");
            }
            impute(composing, Imputation.carryForward(composing.history()));
          };
      default -> imputing(Imputation.none());
    };
  }

  private static Stage.Action imputing(Imputation imputation) {
    return composing -> impute(composing, imputation);
  }

  private static void impute(Composing composing, Imputation imputation) {
    composing.require(Progress.NATURAL_UNITS, "impute", "it works on natural units");
    composing.prepared(imputation.apply(composing.panel()));
  }

  private static Stage.Action screen(Parameters parameters) {
    parameters.method(List.of("availability"), List.of("least"));
    double least = parameters.section().number("least");
    return composing -> {
      composing.require(Progress.NATURAL_UNITS, "screen", "it works on natural units");
      Screening.Screened screened = Screening.apply(composing.panel(), least);
      composing.file("screen-removed", Rows.removed(screened));
      composing.prepared(screened.panel());
    };
  }

  private static Stage.Action treat(Parameters parameters) {
    String method =
        parameters.method(
            List.of("winsorise", "log"), List.of("max-points", "skewness", "kurtosis"));
    parameters.onlyWith("max-points", method, "winsorise");
    Section section = parameters.section();
    Treatment usual = Treatment.CUSTOMARY;
    Treatment treatment =
        new Treatment(
            method.equals("log") ? 0 : section.whole("max-points", 0, usual.maxWinsorised()),
            section.optionalNumber("skewness").orElse(usual.skewnessLimit()),
            section.optionalNumber("kurtosis").orElse(usual.kurtosisLimit()));
    return composing -> {
      composing.require(Progress.NATURAL_UNITS, "treat", "it works on natural units");
      var treated = treatment.apply(composing.panel());
      composing.file("treatment", Rows.treatment(treated));
      composing.treated(treated.panel());
    };
  }

  private static Stage.Action audit(Parameters parameters) {
    String method = parameters.method(List.of("pearson", "spearman", "kendall"), List.of());
    Correlation correlation =
        switch (method) {
          case "spearman" -> Correlation.SPEARMAN;
          case "kendall" -> Correlation.KENDALL;
          default -> Correlation.PEARSON;
        };
    return composing -> {
      composing.require(Progress.AGGREGATED, "audit", "it needs an 'aggregate' before it");
      composing.file("audit-correlations", Rows.correlations(composing, correlation));
      composing.file("audit-alpha", Rows.alphas(composing));
      composing.file("audit-effective-weights", Rows.effectiveWeights(composing));
      for (int level = 1; level < composing.hierarchy().index().level(); level++) {
        composing.file("audit-remove-one-level-" + level, Rows.removeOne(composing, level));
      }
    };
  }
}
