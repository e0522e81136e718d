package org.muscat.engine.attribution;

import java.util.List;

/**
 * The value of Owen (Values of Games with a Priori Unions, 1977): Shapley's among orders in which
 * the members of a union come one after the other. The values of a union sum to Shapley's value of
 * the union as one player, so that parts of indicators add up to parts of pillars.
 */
public final class Owen {

  private Owen() {}

  /**
   * The exact value of each player; they sum to {@code v(all) - v(none)}.
   *
   * @param unions the players of each union, together 0 to n - 1, each once; at most 12 unions of
   *     at most 12 players and at most 30 players in all
   * @throws IllegalArgumentException if they are not
   */
  public static double[] values(List<List<Integer>> unions, Coalitions game) {
    int[] masks = masks(unions);
    double[] values = new double[Integer.bitCount(all(masks))];
    Shapley.requirePlayers(unions.size());
    double[] outerShares = Shapley.shares(unions.size());
    for (int u = 0; u < masks.length; u++) {
      List<Integer> members = unions.get(u);
      for (int others = 0; others < 1 << masks.length; others++) {
        if ((others >> u & 1) == 0) {
          double share = outerShares[Integer.bitCount(others)];
          int before = join(masks, others);
          double[] inner =
              Shapley.values(members.size(), set -> game.worth(before | pick(members, set)));
          for (int i = 0; i < inner.length; i++) {
            values[members.get(i)] += share * inner[i];
          }
        }
      }
    }
    return values;
  }

  private static int[] masks(List<List<Integer>> unions) {
    int[] masks = new int[unions.size()];
    int seen = 0;
    for (int u = 0; u < masks.length; u++) {
      for (int player : unions.get(u)) {
        if (player < 0 || player >= 30 || (seen >> player & 1) == 1) {
          throw new IllegalArgumentException(
              "player " + player + " must be in one union and from 0 to 29: " + unions);
        }
        seen |= 1 << player;
        masks[u] |= 1 << player;
      }
    }
    if ((seen & (seen + 1)) != 0) {
      throw new IllegalArgumentException("the players are not 0 to n - 1: " + unions);
    }
    return masks;
  }

  private static int all(int[] masks) {
    return join(masks, (1 << masks.length) - 1);
  }

  private static int join(int[] masks, int unions) {
    int joined = 0;
    for (int u = 0; u < masks.length; u++) {
      joined |= (unions >> u & 1) == 1 ? masks[u] : 0;
    }
    return joined;
  }

  private static int pick(List<Integer> members, int set) {
    int picked = 0;
    for (int i = 0; i < members.size(); i++) {
      picked |= (set >> i & 1) << members.get(i);
    }
    return picked;
  }
}
