package org.muscat.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.muscat.dashboards.grafana.Color;
import org.muscat.dashboards.grafana.Mapping;
import org.muscat.dashboards.promql.Expression;
import org.muscat.dashboards.promql.Selector;
import org.muscat.server.document.Words;
import org.muscat.server.metrics.MetricFamily;

/**
 * States as one number, because Grafana colours numbers: the first state is 1, the second 2. The
 * expression and the words of the numbers come from the same list. Where replicas disagree the
 * first state counts, so the worst stands first. Immutable.
 *
 * @param family is 1 for the state that its label names
 * @param label that names the state
 * @param worstFirst the states
 */
record States(MetricFamily family, String label, List<State> worstFirst) {

  /** A state as the metric has it, and its colour. */
  record State(String name, Color color) {

    static State of(Enum<?> state, Color color) {
      return new State(Words.of(state), color);
    }
  }

  States {
    worstFirst = List.copyOf(worstFirst);
    for (State state : worstFirst) {
      String said = family.about() + family.spec().detail();
      if (!said.contains(state.name())) {
        throw new IllegalArgumentException(
            family.series() + " has no state " + state.name() + ": " + said);
      }
    }
  }

  /**
   * Those of a state set, whose label has its own name.
   *
   * @throws IllegalArgumentException if it is none, or has no such state
   */
  static States of(MetricFamily family, State... worstFirst) {
    if (family.type() != MetricFamily.Type.STATE_SET) {
      throw new IllegalArgumentException(family.series() + " is no state set");
    }
    return new States(family, family.familyName(), List.of(worstFirst));
  }

  /**
   * The number of the state of each group; absent where no state is known.
   *
   * @param which adds matchers
   */
  Expression number(UnaryOperator<Selector> which, String... by) {
    Expression number = null;
    for (int i = 0; i < worstFirst.size(); i++) {
      Expression one = holds(which, worstFirst.get(i), by).times(i + 1);
      number = number == null ? one : number.or(one);
    }
    if (number == null) {
      throw new IllegalStateException(family.series() + " has no states");
    }
    return number;
  }

  private Expression holds(UnaryOperator<Selector> which, State state, String... by) {
    Selector selector = which.apply(Selector.of(family));
    return selector.is(label, state.name()).now().maxBy(by).isOne();
  }

  /** The words of the numbers. */
  List<Mapping> words() {
    List<Mapping> words = new ArrayList<>();
    for (State state : worstFirst) {
      String text = state.name().replace('_', ' ');
      words.add(new Mapping(String.valueOf(words.size() + 1), text, state.color()));
    }
    return words;
  }
}
