package org.muscat.engine.regime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The regime of a theatre as of one moment, with all the memory that the next step needs.
 * Immutable; made by {@link RegimeMachine}, public so that a checkpoint can keep it.
 *
 * @param regime the one that holds
 * @param since the moment of the step that it began with
 * @param reason why it holds, in words with the numbers
 * @param steps of the grid for which it has held, its first included; 0 in an uncommitted step that
 *     it begins with
 * @param quietSteps of the grid in a row for which CONFLICT could be left; 0 outside CONFLICT
 * @param unseenSteps of the grid in a row for which CONFLICT held without a kinetic axis; 0 outside
 *     CONFLICT
 * @param suspended the regime before UNDETERMINED, null when there is none to go back to
 * @param recent the axes of this step and of up to seven steps before, oldest first; at least one
 */
public record RegimeState(
    Regime regime,
    Instant since,
    String reason,
    int steps,
    int quietSteps,
    int unseenSteps,
    @Nullable Regime suspended,
    List<Axes> recent) {

  /** How many steps back the change of an axis is measured (method, section 6: 7-d dP and dD). */
  static final int CHANGE_STEPS = 7;

  public RegimeState {
    if (steps < 0 || quietSteps < 0 || unseenSteps < 0) {
      throw new IllegalArgumentException(
          "steps "
              + steps
              + ", quiet steps "
              + quietSteps
              + " and unseen steps "
              + unseenSteps
              + " must not be negative");
    }
    if (recent.isEmpty() || recent.size() > CHANGE_STEPS + 1) {
      throw new IllegalArgumentException(
          "axes of " + recent.size() + " steps, 1 to " + (CHANGE_STEPS + 1) + " are needed");
    }
    recent = List.copyOf(recent);
  }

  /** The axes of this step. */
  public Axes axes() {
    return recent.get(recent.size() - 1);
  }
}
