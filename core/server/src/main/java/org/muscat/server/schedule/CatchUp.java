package org.muscat.server.schedule;

import java.time.Duration;

/**
 * What becomes of slots that were missed, because the machine was off or paused, or all threads had
 * other work. Immutable.
 *
 * @param policy which of them are made up for
 * @param most how many are made up for by {@link Policy#ALL}, the newest; at least 1
 * @param grace how late a slot may begin and is not yet missed; not negative
 */
public record CatchUp(Policy policy, int most, Duration grace) {

  /** Which missed slots are made up for. */
  public enum Policy {
    /** None: what is later than the grace is left out. */
    NONE,
    /** The newest alone. */
    LATEST,
    /** Each, oldest first, with what was known at its own moment. */
    ALL
  }

  /** What counts as on time. */
  public static final Duration GRACE = Duration.ofMinutes(1);

  public CatchUp {
    if (most < 1) {
      throw new IllegalArgumentException(most + " slots at most are none; name the policy none");
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("a grace of " + grace + " is negative");
    }
  }

  /** With the usual grace. */
  public static CatchUp of(Policy policy, int most) {
    return new CatchUp(policy, most, GRACE);
  }
}
