package org.muscat.engine.attribution;

import java.util.function.ToDoubleFunction;

/** What each set of players is worth. */
@FunctionalInterface
public interface Coalitions {

  /**
   * The worth of a set.
   *
   * @param players bit i is set if player i is in it
   */
  double worth(int players);

  /**
   * The game of a change: the players in a set have their new values, the others their old ones.
   *
   * @throws IllegalArgumentException if the lengths differ
   */
  static Coalitions ofChange(ToDoubleFunction<double[]> function, double[] from, double[] to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "a change from " + from.length + " values to " + to.length);
    }
    double[] old = from.clone();
    double[] young = to.clone();
    return players -> {
      double[] mixed = old.clone();
      for (int i = 0; i < mixed.length; i++) {
        if ((players >> i & 1) == 1) {
          mixed[i] = young[i];
        }
      }
      return function.applyAsDouble(mixed);
    };
  }
}
