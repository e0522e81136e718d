package org.muscat.engine;

import java.util.Arrays;
import java.util.Optional;
import org.muscat.engine.IndexState.Divergence;

/** Finds the pillar that is far from the others (method, section 5.7). */
final class Divergences {

  private static final double FAR = 30;

  private Divergences() {}

  static Optional<Divergence> farthest(Layout layout, Composition counted) {
    int farthest = -1;
    double points = 0;
    for (int p = 0; p < layout.pillars.size(); p++) {
      double off = counted.pillarCounts(p) ? counted.stability(p) - medianOfOthers(counted, p) : 0;
      if (Math.abs(off) > Math.max(FAR, Math.abs(points))) {
        farthest = p;
        points = off;
      }
    }
    return farthest < 0
        ? Optional.empty()
        : Optional.of(new Divergence(layout.pillars.get(farthest).id(), points));
  }

  /** Of the pillars that count; of the pillar itself if it is alone. */
  private static double medianOfOthers(Composition counted, int pillar) {
    double[] others = new double[counted.stabilities().length];
    int count = 0;
    for (int p = 0; p < others.length; p++) {
      if (p != pillar && counted.pillarCounts(p)) {
        others[count++] = counted.stability(p);
      }
    }
    if (count == 0) {
      return counted.stability(pillar);
    }
    Arrays.sort(others, 0, count);
    int middle = count / 2;
    return count % 2 == 1 ? others[middle] : (others[middle - 1] + others[middle]) / 2;
  }
}
