package org.muscat.engine.regime;

/**
 * What is known of one flag at one moment.
 *
 * @param flag that was judged
 * @param verdict whether it is raised
 * @param reason in words, with the numbers
 */
public record FlagJudgement(Flag flag, Verdict verdict, String reason) {

  /** Whether a flag is raised. */
  public enum Verdict {
    /** Its condition holds. */
    RAISED,
    /** Its condition does not hold. */
    CLEAR,
    /** Something that it needs is missing. Not the same as clear: missing is not calm. */
    UNDECIDED
  }

  /** Whether the condition of the flag holds. */
  public boolean isRaised() {
    return verdict == Verdict.RAISED;
  }

  static FlagJudgement of(Flag flag, boolean raised, String reason) {
    return new FlagJudgement(flag, raised ? Verdict.RAISED : Verdict.CLEAR, reason);
  }

  static FlagJudgement undecided(Flag flag, String reason) {
    return new FlagJudgement(flag, Verdict.UNDECIDED, reason);
  }
}
