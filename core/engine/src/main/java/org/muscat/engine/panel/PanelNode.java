package org.muscat.engine.panel;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a panel, or an aggregate of it.
 *
 * @param id its column
 * @param level 1 for an indicator, more for an aggregate
 * @param direction whether more is better
 * @param weight relative to the other children of the parent, not negative
 * @param parent the aggregate that it belongs to; null for the index alone
 * @param target what is to be reached, in the unit of the indicator
 * @param denominator the column that the indicator is divided by, or null
 */
public record PanelNode(
    String id,
    int level,
    Direction direction,
    double weight,
    @Nullable String parent,
    OptionalDouble target,
    @Nullable String denominator) {

  /**
   * Checks the level and the weight.
   *
   * @throws IllegalArgumentException if the id is blank, the level is below 1, or the weight is
   *     negative or not finite
   */
  public PanelNode {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a node of the hierarchy has no id");
    }
    if (level < 1) {
      throw new IllegalArgumentException(
          "the level of '" + id + "' is " + level + ", not 1 or more");
    }
    if (!(weight >= 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(
          "the weight of '" + id + "' is " + weight + ", not a number from 0 on");
    }
  }

  /** An indicator without a target and a denominator. */
  public static PanelNode indicator(String id, Direction direction, double weight, String parent) {
    return new PanelNode(id, 1, direction, weight, parent, OptionalDouble.empty(), null);
  }

  /** An aggregate below another. */
  public static PanelNode aggregate(String id, int level, double weight, String parent) {
    return new PanelNode(id, level, Direction.UP, weight, parent, OptionalDouble.empty(), null);
  }

  /** The aggregate of everything. */
  public static PanelNode index(String id, int level) {
    return new PanelNode(id, level, Direction.UP, 1, null, OptionalDouble.empty(), null);
  }

  /** The node with another weight. */
  public PanelNode withWeight(double other) {
    return new PanelNode(id, level, direction, other, parent, target, denominator);
  }
}
