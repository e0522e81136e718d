package org.muscat.energy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.muscat.spi.Observation;
import org.muscat.testkit.Recorded;

/** Prices of no real day, for what must hold of any. */
final class MadeUpPrices {

  private MadeUpPrices() {}

  /** One value a day, known at once. */
  static List<Observation> daily(String series, String from, double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(
            i -> Observation.point(series, Recorded.day(from).plusSeconds(86_400L * i), values[i]))
        .toList();
  }

  static double[] random(long seed, int count) {
    return new Random(seed).doubles(count, 20, 140).toArray();
  }
}
