package org.muscat.engine.panel.sensitivity;

import java.util.SplittableRandom;

/**
 * Random numbers for one purpose each: what is drawn for one has nothing to do with what is drawn
 * for another, also where a user gives them all the same seed.
 */
final class Streams {

  private Streams() {}

  static SplittableRandom design(long seed) {
    return stream(seed, 1);
  }

  static SplittableRandom resamples(long seed) {
    return stream(seed, 2);
  }

  static SplittableRandom weights(long seed) {
    return stream(seed, 3);
  }

  private static SplittableRandom stream(long seed, int number) {
    SplittableRandom root = new SplittableRandom(seed);
    SplittableRandom stream = root.split();
    for (int before = 1; before < number; before++) {
      stream = root.split();
    }
    return stream;
  }
}
