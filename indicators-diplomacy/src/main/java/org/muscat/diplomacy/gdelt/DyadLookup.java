package org.muscat.diplomacy.gdelt;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the dyad of two states in a fixed number of steps, however many dyads there are. Immutable.
 */
final class DyadLookup {

  private final List<Dyad> dyads;

  /** By {@link StateCode}: the number of a state that is in a dyad, from 1; 0 for all others. */
  private final short[] states = new short[StateCode.COUNT];

  /** By the numbers of two states: the place of their dyad; -1 if they are none. */
  private final int[][] places;

  /**
   * A lookup.
   *
   * @param dyads no two of the same states
   */
  DyadLookup(List<Dyad> dyads) {
    this.dyads = List.copyOf(dyads);
    short count = 0;
    for (Dyad dyad : dyads) {
      for (String state : List.of(dyad.first(), dyad.second())) {
        if (states[StateCode.of(state)] == 0) {
          count++;
          states[StateCode.of(state)] = count;
        }
      }
    }
    places = new int[count + 1][count + 1];
    for (int[] row : places) {
      Arrays.fill(row, -1);
    }
    for (int place = 0; place < dyads.size(); place++) {
      int first = states[StateCode.of(dyads.get(place).first())];
      int second = states[StateCode.of(dyads.get(place).second())];
      places[first][second] = place;
      places[second][first] = place;
    }
  }

  List<Dyad> dyads() {
    return dyads;
  }

  /** The place of the dyad of two {@linkplain StateCode codes}, -1 if there is none. */
  int place(int code1, int code2) {
    if (code1 < 0 || code2 < 0) {
      return -1;
    }
    return places[states[code1]][states[code2]];
  }
}
