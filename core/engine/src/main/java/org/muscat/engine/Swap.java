package org.muscat.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.muscat.engine.Movement.Cause;
import org.muscat.engine.Movement.Part;
import org.muscat.engine.attribution.Shapley;

/**
 * The change of {@code ln S_dyn} when some members stop counting, split among them: by Shapley
 * value while they are at most 12, else one after the other in the order of the model. Some pillar
 * must count before and after.
 */
final class Swap {

  private final Layout layout;
  private final double[] risk;
  private final boolean[] with;
  private final int[] leaving;

  private Swap(Layout layout, double[] risk, boolean[] with, int[] leaving) {
    this.layout = layout;
    this.risk = risk;
    this.with = with;
    this.leaving = leaving;
  }

  /**
   * From one set of members to a smaller one.
   *
   * @param with which count before
   * @param without which count after, all of them among those before
   */
  static Swap of(Layout layout, double[] risk, boolean[] with, boolean[] without) {
    int[] leaving = IntStream.range(0, with.length).filter(m -> with[m] && !without[m]).toArray();
    return new Swap(layout, risk, with, leaving);
  }

  /**
   * The parts.
   *
   * @param sign 1 for leaving, -1 for the way back
   */
  List<Part> parts(Cause cause, int sign) {
    if (leaving.length == 0) {
      return List.of();
    }
    double[] values =
        leaving.length <= Shapley.MOST_PLAYERS
            ? Shapley.values(leaving.length, this::logWithout)
            : inOrder();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < leaving.length; i++) {
      parts.add(
          new Part(
              cause,
              layout.pillars.get(layout.pillarOf[leaving[i]]).id(),
              layout.members[leaving[i]].id(),
              sign * values[i]));
    }
    return parts;
  }

  private double logWithout(int players) {
    boolean[] counts = with.clone();
    for (int i = 0; i < leaving.length; i++) {
      counts[leaving[i]] &= (players >> i & 1) == 0;
    }
    return Math.log(new Composition(layout, risk, counts).stability());
  }

  private double[] inOrder() {
    double[] values = new double[leaving.length];
    boolean[] counts = with.clone();
    double last = Math.log(new Composition(layout, risk, counts).stability());
    for (int i = 0; i < leaving.length; i++) {
      counts[leaving[i]] = false;
      double next = Math.log(new Composition(layout, risk, counts).stability());
      values[i] = next - last;
      last = next;
    }
    return values;
  }
}
