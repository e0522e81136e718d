package org.muscat.toolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Times that a Hawkes process brings, by thinning (Ogata, 1981), with marks from 0.5 to 1.5. */
final class SimulatedHawkes {

  private SimulatedHawkes() {}

  static MarkedTimes of(Hawkes model, double end, long seed) {
    Random random = new Random(seed);
    List<Double> times = new ArrayList<>();
    List<Double> marks = new ArrayList<>();
    double now = 0;
    double excited = 0;
    while (true) {
      double bound = model.mu() + excited;
      double wait = -Math.log1p(-random.nextDouble()) / bound;
      now += wait;
      if (now > end) {
        return MarkedTimes.of(array(times), array(marks), end);
      }
      excited *= Math.exp(-model.b() * wait);
      if (random.nextDouble() * bound <= model.mu() + excited) {
        double mark = 0.5 + random.nextDouble();
        times.add(now);
        marks.add(mark);
        excited += mark * model.a() * model.b();
      }
    }
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
