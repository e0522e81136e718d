package org.muscat.engine.attribution;

/**
 * The value of Shapley (A Value for n-Person Games, 1953): the mean over all orders in which the
 * players may come of what each adds when it comes, {@code phi_i = sum over S without i of |S|! (n
 * - |S| - 1)! / n! (v(S + i) - v(S))}.
 */
public final class Shapley {

  /** The most players: 2^12 worths. */
  public static final int MOST_PLAYERS = 12;

  private Shapley() {}

  /**
   * The exact value of each player; they sum to {@code v(all) - v(none)}.
   *
   * @param players how many there are, 1 to 12
   * @throws IllegalArgumentException if there are more or none
   */
  public static double[] values(int players, Coalitions game) {
    requirePlayers(players);
    double[] worths = new double[1 << players];
    for (int set = 0; set < worths.length; set++) {
      worths[set] = game.worth(set);
    }
    double[] shares = shares(players);
    double[] values = new double[players];
    for (int i = 0; i < players; i++) {
      for (int set = 0; set < worths.length; set++) {
        if ((set >> i & 1) == 0) {
          values[i] += shares[Integer.bitCount(set)] * (worths[set | 1 << i] - worths[set]);
        }
      }
    }
    return values;
  }

  /** The share of the orders in which just a given set of each size comes before a given player. */
  static double[] shares(int players) {
    double[] shares = new double[players];
    shares[0] = 1.0 / players;
    for (int size = 1; size < players; size++) {
      shares[size] = shares[size - 1] * size / (players - size);
    }
    return shares;
  }

  static void requirePlayers(int players) {
    if (players < 1 || players > MOST_PLAYERS) {
      throw new IllegalArgumentException(
          "an exact value needs 1 to "
              + MOST_PLAYERS
              + " players, not "
              + players
              + "; group them and use the Owen value");
    }
  }
}
