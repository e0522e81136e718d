package org.muscat.host;

import java.time.Duration;

/**
 * How patient the host is with the code of plugins.
 *
 * @param createDeadline for one step of making a plugin, a feed or an indicator, positive
 * @param readDeadline for all readings of one plugin in one tick together, positive
 * @param closeDeadline for a feed to close, positive
 * @param grace between the interrupt and giving up a thread, positive
 */
public record GuardSettings(
    Duration createDeadline, Duration readDeadline, Duration closeDeadline, Duration grace) {

  public GuardSettings {
    requirePositive("create deadline", createDeadline);
    requirePositive("read deadline", readDeadline);
    requirePositive("close deadline", closeDeadline);
    requirePositive("grace", grace);
  }

  /** 5 s, 2 s, 2 s and 200 ms. */
  public static GuardSettings defaults() {
    return new GuardSettings(
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        Duration.ofMillis(200));
  }

  private static void requirePositive(String what, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(what + " is not positive: " + value);
    }
  }
}
