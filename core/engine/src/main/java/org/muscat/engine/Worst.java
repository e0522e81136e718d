package org.muscat.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the missing inputs that make an index worst when they are held at their last value, each
 * one being held or left out (method, section 2, rule 2). With one missing input that is the lower
 * of both; with several, one more that goes missing never calms, because what counted before is
 * among the choices after.
 */
final class Worst {

  /**
   * Of more held members in a pillar that does not count without them, the riskiest are held, as
   * many as make it worst.
   */
  private static final int MOST_HELD = 12;

  private final Layout layout;
  private final double[] risk;
  private final boolean[] live;
  private final boolean[] mask;

  private Worst(Layout layout, double[] risk, boolean[] live) {
    this.layout = layout;
    this.risk = risk;
    this.live = live;
    this.mask = live.clone();
  }

  /**
   * The members that count in the worst composition: the live ones and some of the held.
   *
   * @param risk of each member, live or held; NaN where nothing is known
   * @param live over which some pillar counts
   */
  static boolean[] mask(Layout layout, double[] risk, boolean[] live) {
    return new Worst(layout, risk, live).find();
  }

  private boolean[] find() {
    Composition overLive = new Composition(layout, risk, live);
    List<Integer> optional = new ArrayList<>();
    for (int p = 0; p < layout.pillars.size(); p++) {
      if (overLive.pillarCounts(p)) {
        holdRisky(p);
      } else {
        hold(p);
        optional.add(p);
      }
    }
    boolean[] all = mask.clone();
    optional.forEach(this::release);
    Composition every = new Composition(layout, risk, all);
    optional.removeIf(p -> !every.pillarCounts(p));
    optional.sort(Comparator.comparingDouble(every::stability));
    for (int p : optional) {
      if (every.stability(p) < new Composition(layout, risk, mask).stability()) {
        System.arraycopy(
            all, layout.first[p], mask, layout.first[p], layout.first[p + 1] - layout.first[p]);
      }
    }
    return mask;
  }

  private void release(int p) {
    int first = layout.first[p];
    System.arraycopy(live, first, mask, first, layout.first[p + 1] - first);
  }

  /** Holds what lies above the mean risk of a pillar that counts without it, riskiest first. */
  private void holdRisky(int p) {
    for (int m : held(p)) {
      mask[m] = risk[m] > new Composition(layout, risk, mask).meanRisk(p);
    }
  }

  /** Holds those members of a pillar with which it counts and its risk is largest. */
  private void hold(int p) {
    int[] held = held(p);
    if (held.length == 0) {
      return;
    }
    int worst = 0;
    double worstRisk = Double.NEGATIVE_INFINITY;
    int sets = held.length > MOST_HELD ? held.length + 1 : 1 << held.length;
    for (int set = 0; set < sets; set++) {
      apply(held, set);
      Composition composition = new Composition(layout, risk, mask);
      if (composition.pillarCounts(p) && composition.meanRisk(p) > worstRisk) {
        worst = set;
        worstRisk = composition.meanRisk(p);
      }
    }
    apply(held, worst);
  }

  private void apply(int[] held, int set) {
    for (int i = 0; i < held.length; i++) {
      mask[held[i]] = held.length > MOST_HELD ? i < set : (set >> i & 1) == 1;
    }
  }

  /** The held members of a pillar, riskiest first. */
  private int[] held(int p) {
    return IntStream.range(layout.first[p], layout.first[p + 1])
        .filter(m -> !live[m] && !Double.isNaN(risk[m]))
        .boxed()
        .sorted(Comparator.comparingDouble(m -> -risk[m]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
