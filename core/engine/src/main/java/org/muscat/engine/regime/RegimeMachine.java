package org.muscat.engine.regime;

import static org.muscat.engine.regime.Regime.CONFLICT;
import static org.muscat.engine.regime.Regime.DRIFT;
import static org.muscat.engine.regime.Regime.UNDETERMINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The authoritative layer of the regime (method, section 6): a state machine with hysteresis and
 * dwell, folded over the daily grid (section 2, rule 8). "d" counts steps of the grid.
 *
 * <p>Each step is judged in this order; the first that applies decides, so that no input is
 * ambiguous:
 *
 * <ol>
 *   <li>The enter rule of CONFLICT holds: CONFLICT, at once, whatever held before. What is live of
 *       the kinetic axis is enough, because its missing parts could only raise it.
 *   <li>CONFLICT holds and has not been quiet for 7 steps in a row: it stays, also when axes are
 *       missing. A step is quiet when K is known and below .45 and the enter rule is known not to
 *       hold; a step without K, or with K from .40 under a strait that is closed or unknown, begins
 *       the count anew. CONFLICT ends with the seventh quiet step, and after 90 steps in a row
 *       without K (section 2, rule 2): what nobody has seen for so long is not known to go on.
 *   <li>An axis is missing: UNDETERMINED, at once. The dwell does not keep a regime that cannot be
 *       seen.
 *   <li>UNDETERMINED held and all axes are back: the regime before goes on, from now, unless its
 *       leave rule holds, its dwell notwithstanding. So a gap neither calms nor alarms. After 90
 *       steps without (section 2, rule 2), or when nothing was left to go back to, the enter rules
 *       decide.
 *   <li>The leave rule does not hold: the regime stays, whatever else could be entered.
 *   <li>The leave rule holds and the regime began less than 3 steps ago: it stays. DRIFT, whose
 *       leave rule is that another regime is entered, has the same dwell.
 *   <li>Otherwise the regime whose enter rule holds begins; DRIFT if there is none.
 * </ol>
 */
public final class RegimeMachine {

  /** Steps of the grid that a regime holds at the least, unless CONFLICT or a gap ends it. */
  public static final int DWELL = 3;

  /** Quiet steps in a row after which CONFLICT ends. */
  public static final int QUIET = 7;

  /** Steps after which a regime that cannot be seen is forgotten. */
  public static final int LONGEST_GAP = 90;

  private final @Nullable RegimeState before;
  private final Axes axes;
  private final int gridSteps;

  private RegimeMachine(@Nullable RegimeState before, Axes axes, int gridSteps) {
    this.before = before;
    this.axes = axes;
    this.gridSteps = gridSteps;
    if (before != null && !axes.asOf().isAfter(before.axes().asOf())) {
      throw new IllegalArgumentException(
          "axes of " + axes.asOf() + " do not come after those of " + before.axes().asOf());
    }
  }

  /** The regime at the first point of the grid. */
  public static RegimeState first(Axes axes) {
    return new RegimeMachine(null, axes, 1).step();
  }

  /**
   * The regime one step of the grid later.
   *
   * @throws IllegalArgumentException if the axes are not of a later moment
   */
  public static RegimeState next(RegimeState state, Axes axes) {
    return new RegimeMachine(state, axes, 1).step();
  }

  /**
   * The regime at a moment between the last point of the grid and the next: a partial step. It
   * counts no day, so it never ends a CONFLICT. It is not committed: the step to the next point of
   * the grid starts from the same state as this one.
   *
   * @throws IllegalArgumentException if the axes are not of a later moment
   */
  public static RegimeState partial(RegimeState state, Axes axes) {
    return new RegimeMachine(state, axes, 0).step();
  }

  private RegimeState step() {
    Optional<String> conflict = RegimeRules.conflict(axes);
    if (conflict.isPresent()) {
      return before != null && before.regime() == CONFLICT
          ? stays(before, conflict.get(), 0, 0)
          : begins(CONFLICT, conflict.get());
    }
    if (before != null && before.regime() == CONFLICT) {
      int quiet = RegimeRules.isQuiet(axes) ? before.quietSteps() + gridSteps : 0;
      boolean isSeen = axes.kinetic().known().isPresent();
      int unseen = isSeen ? 0 : before.unseenSteps() + gridSteps;
      if (quiet < QUIET && unseen <= LONGEST_GAP) {
        return stays(before, Reasons.notYetOver(axes, quiet), quiet, unseen);
      }
    }
    return axes.missing().isEmpty() ? determined() : undetermined();
  }

  private RegimeState undetermined() {
    String reason = Reasons.missing(axes);
    if (before != null && before.regime() == UNDETERMINED) {
      return stays(before, reason, 0, 0);
    }
    // A CONFLICT that comes this far is over.
    Regime suspended = before == null || before.regime() == CONFLICT ? null : before.regime();
    return state(UNDETERMINED, reason, suspended);
  }

  private RegimeState determined() {
    double dialogue = axes.dialogue().known().orElseThrow();
    double pressure = axes.pressure().known().orElseThrow();
    if (before == null || before.regime() == CONFLICT) {
      return enters(dialogue, pressure);
    }
    if (before.regime() == UNDETERMINED) {
      return axesAreBack(before, dialogue, pressure);
    }
    if (!RegimeRules.leaves(before.regime(), dialogue, pressure)) {
      return stays(before, Reasons.stays(before.regime(), dialogue, pressure), 0, 0);
    }
    int held = before.steps() - 1 + gridSteps;
    return held < DWELL
        ? stays(before, Reasons.dwells(before.regime(), held, dialogue, pressure), 0, 0)
        : enters(dialogue, pressure);
  }

  private RegimeState axesAreBack(RegimeState gap, double dialogue, double pressure) {
    Regime suspended = gap.suspended();
    if (suspended == null
        || gap.steps() > LONGEST_GAP
        || RegimeRules.leaves(suspended, dialogue, pressure)) {
      return enters(dialogue, pressure);
    }
    return begins(suspended, Reasons.axesAreBack(suspended, dialogue, pressure));
  }

  private RegimeState enters(double dialogue, double pressure) {
    Regime entered = RegimeRules.entered(dialogue, pressure);
    return begins(
        entered,
        entered == DRIFT
            ? Reasons.stays(DRIFT, dialogue, pressure)
            : Reasons.enters(dialogue, pressure));
  }

  private RegimeState begins(Regime regime, String reason) {
    return state(regime, reason, null);
  }

  private RegimeState state(Regime regime, String reason, @Nullable Regime suspended) {
    return new RegimeState(regime, axes.asOf(), reason, gridSteps, 0, 0, suspended, recent());
  }

  private RegimeState stays(RegimeState held, String reason, int quiet, int unseen) {
    return new RegimeState(
        held.regime(),
        held.since(),
        reason,
        held.steps() + gridSteps,
        quiet,
        unseen,
        held.suspended(),
        recent());
  }

  private List<Axes> recent() {
    List<Axes> recent = new ArrayList<>(before == null ? List.of() : before.recent());
    recent.add(axes);
    int surplus = Math.max(0, recent.size() - RegimeState.CHANGE_STEPS - 1);
    return recent.subList(surplus, recent.size());
  }
}
