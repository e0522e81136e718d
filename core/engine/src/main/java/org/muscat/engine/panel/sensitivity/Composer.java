package org.muscat.engine.panel.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;

/**
 * Composes the index of a panel again and again under different {@link Alternatives}. It remembers
 * the panel after each step of the run before, and goes on from the first step that differs. So
 * runs in the order of their alternatives do no step twice, while no more panels are kept than
 * there are steps. For one thread.
 */
public final class Composer {

  private final Alternatives alternatives;
  private final List<Choice<?>> choices;
  private final List<String> units;
  private final List<String> indicators;
  private final List<Tree> trees = new ArrayList<>();
  private final int[] done;
  private final List<Panel> path = new ArrayList<>();
  private double @Nullable [][] columns;

  /**
   * A composer.
   *
   * @throws IllegalArgumentException if the sets of weights are of different trees
   */
  public Composer(Alternatives alternatives) {
    this.alternatives = alternatives;
    this.choices = alternatives.choices();
    this.units = alternatives.nominal().units();
    this.done = new int[alternatives.steps().size()];
    this.indicators =
        alternatives.weights().alternatives().get(0).indicators().stream()
            .map(PanelNode::id)
            .toList();
    alternatives
        .weights()
        .alternatives()
        .forEach(hierarchy -> trees.add(new Tree(hierarchy, indicators)));
  }

  /** The units of every index, in order. */
  public List<String> units() {
    return units;
  }

  /**
   * The index of each unit in one run.
   *
   * @param run an alternative, from 0 on, for each factor of {@link Alternatives#factors}
   * @return in the order of {@link #units}; NaN where there is none
   * @throws IllegalArgumentException if the run names alternatives that there are not, a step of it
   *     fails or changes the units, or a mean is undefined; the message names the alternatives
   */
  public double[] index(int... run) {
    int[] ways = ways(run);
    try {
      double[][] normalised = normalised(ways);
      Tree tree = trees.get(ways[done.length]);
      return tree.index(
          normalised, alternatives.aggregations().alternatives().get(ways[done.length + 1]), units);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("with " + describe(run) + ": " + e.getMessage(), e);
    }
  }

  private double[][] normalised(int[] ways) {
    int same = 0;
    while (same < path.size() && done[same] == ways[same]) {
      same++;
    }
    double[][] known = columns;
    if (known != null && same == done.length) {
      return known;
    }
    columns = null;
    path.subList(same, path.size()).clear();
    for (int step = same; step < done.length; step++) {
      Panel before = step == 0 ? alternatives.panel() : path.get(step - 1);
      path.add(alternatives.steps().get(step).alternatives().get(ways[step]).apply(before));
      done[step] = ways[step];
    }
    Panel last = path.isEmpty() ? alternatives.panel() : path.get(path.size() - 1);
    double[][] fresh = Tree.columns(requireUnits(last), indicators);
    columns = fresh;
    return fresh;
  }

  private Panel requireUnits(Panel panel) {
    if (panel.units().equals(units)) {
      return panel;
    }
    if (panel.units().size() != units.size() || !panel.units().containsAll(units)) {
      throw new IllegalArgumentException(
          "the units are other ones than those published, so ranks cannot be compared: "
              + panel.units());
    }
    return panel.selectUnits(units);
  }

  /** An alternative for each choice, also for those that are fixed. */
  private int[] ways(int[] run) {
    int[] ways = new int[choices.size()];
    int factor = 0;
    for (int c = 0; c < ways.length; c++) {
      if (choices.get(c).open()) {
        ways[c] = factor < run.length ? run[factor] : -1;
        factor++;
        if (ways[c] < 0 || ways[c] >= choices.get(c).alternatives().size()) {
          throw new IllegalArgumentException(
              Arrays.toString(run) + " is no run of " + alternatives.factors());
        }
      }
    }
    if (factor != run.length) {
      throw new IllegalArgumentException(
          Arrays.toString(run) + " is no run of " + alternatives.factors());
    }
    return ways;
  }

  private String describe(int[] run) {
    StringJoiner text = new StringJoiner(", ");
    List<Factor> factors = alternatives.factors();
    for (int i = 0; i < run.length; i++) {
      text.add("alternative " + (run[i] + 1) + " of '" + factors.get(i).name() + "'");
    }
    return text.toString();
  }
}
