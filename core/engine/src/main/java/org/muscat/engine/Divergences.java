package org.muscat.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muscat.engine.IndexState.Divergence;

/** Finds the pillar that is far from the others (method, section 5.7). */
final class Divergences {

  private static final double FAR = 30;

  private Divergences() {}

  static Optional<Divergence> farthest(Layout layout, Composition counted) {
    int[] pillars =
        IntStream.range(0, layout.pillars.size()).filter(counted::pillarCounts).toArray();
    Optional<Divergence> farthest = Optional.empty();
    double distance = FAR;
    for (int p : pillars) {
      double[] others =
          Arrays.stream(pillars).filter(q -> q != p).mapToDouble(counted::stability).toArray();
      double points = others.length == 0 ? 0 : counted.stability(p) - median(others);
      if (Math.abs(points) > distance) {
        distance = Math.abs(points);
        farthest = Optional.of(new Divergence(layout.pillars.get(p).id(), points));
      }
    }
    return farthest;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
