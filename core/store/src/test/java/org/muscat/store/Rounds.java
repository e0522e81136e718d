package org.muscat.store;

import java.util.stream.LongStream;

/** How often a random test is played: a few times in a build, many in the profile "soak". */
final class Rounds {

  /** The seeds, as a {@code MethodSource}. */
  static final String SEEDS = "org.muscat.store.Rounds#seeds";

  private static final int FEW = 4;

  private Rounds() {}

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("muscat.random.rounds", FEW));
  }
}
