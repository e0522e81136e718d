package org.muscat.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.muscat.engine.Movement.Cause;
import org.muscat.engine.Movement.Counterfactual;
import org.muscat.engine.Movement.Part;
import org.muscat.engine.attribution.LogMean;
import org.muscat.spi.Measured;

/**
 * The way of {@code ln S_dyn} from one state to another, step by step, so that the parts telescope:
 * model, inputs that dropped out, new values, inputs that appeared, and at both ends the difference
 * between held and live.
 */
final class Way {

  /** A move of a pillar below this, in points, is the noise of moves that cancel. */
  private static final double ROUNDING = 1e-12;

  private final Judgement before;
  private final Judgement after;
  private final Layout layout;
  private final Map<String, Counterfactual> counterfactuals;
  private final IndexState from;
  private final IndexState to;
  private final double perLog;
  private final List<Part> parts;

  /**
   * A way.
   *
   * @param perLog what one of {@code ln S_dyn} is worth, in points
   * @param parts gets the parts, in points
   */
  Way(
      IndexState from,
      IndexState to,
      Map<String, Counterfactual> counterfactuals,
      double perLog,
      List<Part> parts) {
    this.from = from;
    this.to = to;
    this.before = from.judgement;
    this.after = to.judgement;
    this.layout = after.layout;
    this.counterfactuals = counterfactuals;
    this.perLog = perLog;
    this.parts = parts;
  }

  void addParts() {
    gap(from, -1);
    Composition start = from.counted();
    Composition end = to.counted();
    boolean whole = before.isWhole() && after.isWhole();
    if (before.layout == layout && whole && start != null && end != null) {
      newValues(start, end, before.risk);
    } else if (before.layout == layout) {
      values(before.risk, before.known());
    } else {
      otherModel(new ModelStep(before, layout));
    }
    gap(to, 1);
  }

  private void otherModel(ModelStep step) {
    if (step.isPossible()) {
      addAll(step.parts());
      values(step.risk(), step.known());
    } else {
      double start = Math.log(before.withHeld().stability());
      double end = Math.log(after.withHeld().stability());
      addAll(List.of(new Part(Cause.METHOD, "", "", end - start)));
    }
  }

  /** From the known inputs of before, already under the model of after, to those of after. */
  private void values(double[] risk, boolean[] known) {
    boolean[] knownAfter = after.known();
    boolean[] both = known.clone();
    for (int m = 0; m < both.length; m++) {
      both[m] &= knownAfter[m];
    }
    if (!new Composition(layout, after.risk, both).isDefined()) {
      double start = Math.log(new Composition(layout, risk, known).stability());
      double end = Math.log(new Composition(layout, after.risk, knownAfter).stability());
      addAll(List.of(new Part(Cause.MEMBERSHIP, "", "", end - start)));
      return;
    }
    addAll(Swap.of(layout, risk, known, both).parts(Cause.MEMBERSHIP, 1));
    newValues(new Composition(layout, risk, both), new Composition(layout, after.risk, both), risk);
    // Appearing is dropping out backwards.
    addAll(Swap.of(layout, after.risk, knownAfter, both).parts(Cause.MEMBERSHIP, -1));
  }

  /** From old values to new ones of the same members. */
  private void newValues(Composition start, Composition end, double[] risk) {
    double[] ofPillars =
        layout.average.logParts(start.shares(), start.stabilities(), end.stabilities());
    for (int p = 0; p < ofPillars.length; p++) {
      if (!start.pillarCounts(p)) {
        continue;
      }
      double perPoint = perPoint(p, ofPillars[p], start, end);
      for (int m = layout.first[p]; m < layout.first[p + 1]; m++) {
        if (start.counts(m) && risk[m] != after.risk[m]) {
          member(p, m, -perPoint * start.memberShare(p, m), risk[m]);
        }
      }
    }
  }

  /**
   * What a point of the weighted mean of a pillar's members is worth in {@code ln S_dyn}. The floor
   * of a pillar takes from all its members alike.
   */
  private double perPoint(int p, double logPart, Composition start, Composition end) {
    double floored = end.stability(p) - start.stability(p);
    double kept = kept(start.meanRisk(p) - end.meanRisk(p), floored, p, start, end);
    double perFloored =
        layout.average.power() == 0 || Math.abs(floored) < ROUNDING
            ? layout.average.logSlope(
                start.shares()[p],
                LogMean.of(end.stability(p), start.stability(p)),
                start.stability())
            : logPart / floored;
    return kept * perFloored;
  }

  /** A quotient only at the floor: of moves that cancel but for rounding it could be anything. */
  private static double kept(
      double moved, double floored, int p, Composition start, Composition end) {
    boolean isFloored =
        100 - start.meanRisk(p) < Composition.FLOOR || 100 - end.meanRisk(p) < Composition.FLOOR;
    return isFloored && moved != 0 ? floored / moved : 1;
  }

  private void member(int p, int m, double perRisk, double risk) {
    if (counterfactuals.isEmpty()) {
      add(Cause.DATA, p, m, perRisk * (after.risk[m] - risk));
      return;
    }
    double restated = risk;
    double aged = risk;
    Counterfactual counterfactual = counterfactuals.get(layout.members[m].id());
    if (counterfactual != null
        && counterfactual.restated() instanceof Measured revised
        && counterfactual.aged() instanceof Measured older) {
      restated = layout.curves[m].risk(revised.value());
      aged = layout.curves[m].risk(older.value());
    }
    add(Cause.REVISION, p, m, perRisk * (restated - risk));
    add(Cause.TIME, p, m, perRisk * (aged - restated));
    add(Cause.DATA, p, m, perRisk * (after.risk[m] - aged));
  }

  private void add(Cause cause, int p, int m, double logPoints) {
    if (logPoints != 0) {
      double points = perLog * logPoints;
      parts.add(new Part(cause, layout.pillars.get(p).id(), layout.members[m].id(), points));
    }
  }

  private void addAll(List<Part> logParts) {
    for (Part part : logParts) {
      if (part.points() != 0) {
        double points = perLog * part.points();
        parts.add(new Part(part.cause(), part.pillar(), part.member(), points));
      }
    }
  }

  /** What a state loses by not counting calm held values: {@code ln S_dyn} less that with all. */
  private void gap(IndexState state, int sign) {
    Composition counted = state.counted();
    Judgement judgement = state.judgement;
    if (counted == null || judgement.isWhole()) {
      return;
    }
    boolean[] known = judgement.known();
    boolean[] leftIn = counted.mask();
    if (!Arrays.equals(known, leftIn)) {
      addAll(Swap.of(judgement.layout, judgement.risk, known, leftIn).parts(Cause.COVERAGE, sign));
    }
  }
}
