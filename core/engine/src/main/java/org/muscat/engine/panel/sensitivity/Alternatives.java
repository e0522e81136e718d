package org.muscat.engine.panel.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.aggregate.LevelRule;

/**
 * The ways in which the index of a panel may be composed.
 *
 * @param panel where the first step starts
 * @param nominal the scores as they are published, with a column for the index; its units are those
 *     that every run must end with
 * @param steps up to the normalised panel, in order; each is a pure function of the panel before
 * @param weights the hierarchy with each set of weights; trees of the same nodes
 * @param aggregations the rules of each way to aggregate
 */
public record Alternatives(
    Panel panel,
    Panel nominal,
    List<Choice<UnaryOperator<Panel>>> steps,
    Choice<Hierarchy> weights,
    Choice<List<LevelRule>> aggregations) {

  /**
   * Copies the steps.
   *
   * @throws IllegalArgumentException if nothing is open, or the published scores lack the index
   */
  public Alternatives {
    steps = List.copyOf(steps);
    if (!nominal.has(weights.alternatives().get(0).index().id())) {
      throw new IllegalArgumentException(
          "the published scores have no column '"
              + weights.alternatives().get(0).index().id()
              + "'");
    }
    if (steps.stream().noneMatch(Choice::open) && !weights.open() && !aggregations.open()) {
      throw new IllegalArgumentException("nothing has two alternatives, so nothing is uncertain");
    }
  }

  /** The steps that are open, in order; the weights and the aggregation last. */
  public List<Factor> factors() {
    return choices().stream()
        .filter(Choice::open)
        .map(choice -> Factor.choice(choice.name(), choice.alternatives().size()))
        .toList();
  }

  List<Choice<?>> choices() {
    List<Choice<?>> choices = new ArrayList<>(steps);
    choices.add(weights);
    choices.add(aggregations);
    return choices;
  }
}
