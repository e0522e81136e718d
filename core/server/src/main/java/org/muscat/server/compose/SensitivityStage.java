package org.muscat.server.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.aggregate.LevelRule;
import org.muscat.engine.panel.sensitivity.Alternatives;
import org.muscat.engine.panel.sensitivity.Assessment;
import org.muscat.engine.panel.sensitivity.Bootstrap;
import org.muscat.engine.panel.sensitivity.Choice;
import org.muscat.engine.panel.sensitivity.FirstOrder;
import org.muscat.engine.panel.sensitivity.MonteCarlo;
import org.muscat.engine.panel.sensitivity.NoisyWeights;
import org.muscat.engine.panel.sensitivity.Sensitivity;
import org.muscat.server.compose.Composing.Done;
import org.muscat.server.compose.Composing.Progress;

/**
 * Goes the way of the stages before it again, from the first that has alternatives, under each of
 * them.
 *
 * @param steps alternatives of stages up to the normalised panel, by kind
 * @param weights alternatives of the weights, if they are uncertain
 * @param rules alternatives of the aggregation; none where it is certain
 * @param coverage of all intervals
 * @param drawing how combinations are drawn; null where all are run
 */
record SensitivityStage(
    Map<String, List<Stage>> steps,
    Optional<NoisyWeights> weights,
    List<List<LevelRule>> rules,
    double coverage,
    @Nullable Drawing drawing)
    implements Stage.Action {

  private static final String AGGREGATE = "aggregate";

  /**
   * How combinations are drawn.
   *
   * @param runs how many at most
   */
  record Drawing(int runs, int seed, FirstOrder firstOrder, int resamples) {

    MonteCarlo of(int factors, double coverage) {
      int rows = runs / (factors + 2);
      if (rows < 2) {
        throw new IllegalArgumentException(
            String.format(
                "%d runs are too few for %d factors, which need %d at least",
                runs, factors, 2 * (factors + 2)));
      }
      return new MonteCarlo(rows, seed, firstOrder, new Bootstrap(resamples, coverage, seed));
    }
  }

  @Override
  public void apply(Composing composing) {
    composing.require(Progress.AGGREGATED, "sensitivity", "it needs an 'aggregate' before it");
    if (composing.files().containsKey(SensitivityRows.INDICES)) {
      throw new IllegalArgumentException("'sensitivity' comes once");
    }
    Alternatives alternatives = alternatives(composing);
    Assessment assessment =
        drawing == null
            ? Sensitivity.exact(alternatives, coverage)
            : Sensitivity.estimate(
                alternatives, drawing.of(alternatives.factors().size(), coverage));
    composing.file(SensitivityRows.INDICES, SensitivityRows.indices(assessment));
    composing.file("sensitivity-ranks", SensitivityRows.ranks(assessment));
    composing.file("sensitivity-response", SensitivityRows.response(assessment));
  }

  private Alternatives alternatives(Composing composing) {
    List<Done> way = way(composing.done());
    List<Choice<UnaryOperator<Panel>>> choices = new ArrayList<>();
    way.forEach(done -> choices.add(choice(done)));
    Hierarchy hierarchy = composing.hierarchy();
    return new Alternatives(
        way.isEmpty() ? composing.normalised() : way.get(0).before().panel(),
        composing.panel(),
        choices,
        new Choice<>("weights", weights.map(one -> one.of(hierarchy)).orElse(List.of(hierarchy))),
        new Choice<>(AGGREGATE, rules.isEmpty() ? List.of(composing.rules()) : rules));
  }

  /** The stages from the first that has alternatives to the normalised panel. */
  private List<Done> way(List<Done> done) {
    for (String kind : steps.keySet()) {
      long there = done.stream().filter(one -> one.stage().name().equals(kind)).count();
      if (there != 1) {
        throw new IllegalArgumentException(
            String.format(
                "there are alternatives of '%s', so there must be one stage '%s' before, not %d",
                kind, kind, there));
      }
    }
    return done.stream()
        .takeWhile(one -> !one.stage().name().equals(AGGREGATE))
        .dropWhile(one -> !steps.containsKey(one.stage().name()))
        .toList();
  }

  private Choice<UnaryOperator<Panel>> choice(Done done) {
    List<Stage> ways = steps.getOrDefault(done.stage().name(), List.of(done.stage()));
    return new Choice<>(
        done.stage().name(), ways.stream().map(stage -> step(done.before(), stage)).toList());
  }

  private static UnaryOperator<Panel> step(Composing before, Stage stage) {
    return panel -> {
      Composing again = before.with(panel);
      stage.action().apply(again);
      return again.panel();
    };
  }
}
