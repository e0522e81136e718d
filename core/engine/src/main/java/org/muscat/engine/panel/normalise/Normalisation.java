package org.muscat.engine.panel.normalise;

import java.util.function.Function;
import org.muscat.engine.panel.Direction;
import org.muscat.engine.panel.Hierarchy;
import org.muscat.engine.panel.Panel;
import org.muscat.engine.panel.PanelNode;
import org.muscat.engine.panel.Samples;

/** Normalises the columns of a panel: the direction first, then a normaliser for each indicator. */
public final class Normalisation {

  private Normalisation() {}

  /** Every column by the same normaliser. */
  public static Panel apply(Panel panel, Hierarchy hierarchy, Normaliser normaliser) {
    return apply(panel, hierarchy, indicator -> normaliser);
  }

  /**
   * Every column by the normaliser of its indicator. Missing stays missing; an undefined score (a
   * min-max of a constant) becomes missing.
   *
   * @throws IllegalArgumentException if a column is not in the hierarchy, a score overflows, or a
   *     fraction of the maximum is asked for where the maximum is not positive
   */
  public static Panel apply(
      Panel panel, Hierarchy hierarchy, Function<PanelNode, Normaliser> normalisers) {
    return panel.mapColumns(
        (column, values) -> {
          PanelNode indicator = hierarchy.node(column);
          Direction direction = indicator.direction();
          double[] oriented = direction.orient(values);
          Normaliser normaliser = normalisers.apply(indicator);
          if (normaliser instanceof FractionOfMax) {
            requirePositive(Samples.max(oriented), indicator);
          }
          return normaliser.scores(oriented, direction);
        });
  }

  private static void requirePositive(double max, PanelNode indicator) {
    if (max <= 0) {
      throw new IllegalArgumentException(
          String.format(
              "the greatest value of '%s' in its direction (%+d) is %s: a fraction of it would turn"
                  + " the order round; use min-max or goalposts",
              indicator.id(), indicator.direction().sign(), max));
    }
  }
}
