package org.muscat.engine.regime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the flags of a theatre (method, section 6). */
public final class Flags {

  /** How far both axes must have moved within 7 d for ESCALATING. */
  private static final double ESCALATION = 0.05;

  private Flags() {}

  /** Every flag once, in the order of {@link Flag}. */
  public static List<FlagJudgement> judge(
      RegimeState state, FlagEvidence evidence, CalibratedMix mix) {
    return List.of(
        Brink.judge(state, evidence.ultimatum(), mix),
        escalating(state),
        judge(Flag.MEDIATED, evidence.mediated(), "a mediator is active", "no mediator is active"),
        judge(
            Flag.THIN_MARGIN,
            evidence.thinMargin(),
            "the margin for error is thin",
            "the margin for error is not thin"),
        judge(
            Flag.DIVERGENCE,
            evidence.divergence(),
            "one pillar is far from the others",
            "no pillar is far from the others"));
  }

  private static FlagJudgement escalating(RegimeState state) {
    List<Axes> recent = state.recent();
    if (recent.size() <= RegimeState.CHANGE_STEPS) {
      return FlagJudgement.undecided(Flag.ESCALATING, "the axes of 7 d before are not known");
    }
    Axes then = recent.get(0);
    Axes now = state.axes();
    if (isMissing(then) || isMissing(now)) {
      return FlagJudgement.undecided(
          Flag.ESCALATING, "dialogue or pressure is missing now or 7 d before");
    }
    double pressure = level(now.pressure()) - level(then.pressure());
    double dialogue = level(now.dialogue()) - level(then.dialogue());
    return FlagJudgement.of(
        Flag.ESCALATING,
        pressure > ESCALATION && dialogue < -ESCALATION,
        "within 7 d pressure "
            + Decimals.signedThree(pressure)
            + " and dialogue "
            + Decimals.signedThree(dialogue));
  }

  private static FlagJudgement judge(
      Flag flag, @Nullable Boolean holds, String whenRaised, String whenClear) {
    if (holds == null) {
      return FlagJudgement.undecided(flag, "what it is judged by is missing");
    }
    return FlagJudgement.of(flag, holds, holds ? whenRaised : whenClear);
  }

  private static boolean isMissing(Axes axes) {
    return axes.dialogue().known().isEmpty() || axes.pressure().known().isEmpty();
  }

  private static double level(AxisReading axis) {
    return axis.known().orElseThrow();
  }
}
