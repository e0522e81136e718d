package org.muscat.server.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done by now. Immutable.
 *
 * @param slots oldest first
 * @param skipped how many were missed before them and are left out; no more than {@link
 *     #MOST_COUNTED} are counted
 */
public record Due(List<Instant> slots, int skipped) {

  /** A slot each second is left out for longer than anybody counts. */
  public static final int MOST_COUNTED = 1_000;

  public Due {
    slots = List.copyOf(slots);
  }

  /**
   * What is due of some slots.
   *
   * @param done the last slot that is done or left out; those up to it never come back
   * @param now the present
   * @param delay how long after its slot each is due
   */
  public static Due of(Slots slots, Instant done, Instant now, Duration delay, CatchUp catchUp) {
    Instant until = now.minus(delay);
    Deque<Instant> due = new ArrayDeque<>();
    int skipped = 0;
    Optional<Instant> slot = slots.atOrBefore(until);
    while (slot.isPresent() && slot.get().isAfter(done) && skipped < MOST_COUNTED) {
      if (due.size() < most(catchUp) && isWanted(slot.get(), until, catchUp)) {
        due.addFirst(slot.get());
      } else {
        skipped++;
      }
      slot = slots.atOrBefore(slot.get().minusMillis(1));
    }
    return new Due(List.copyOf(due), skipped);
  }

  private static int most(CatchUp catchUp) {
    return catchUp.policy() == CatchUp.Policy.ALL ? catchUp.most() : 1;
  }

  private static boolean isWanted(Instant slot, Instant until, CatchUp catchUp) {
    return catchUp.policy() != CatchUp.Policy.NONE || !slot.plus(catchUp.grace()).isBefore(until);
  }
}
