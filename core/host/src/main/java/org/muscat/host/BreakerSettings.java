package org.muscat.host;

import java.time.Duration;

/**
 * When the host stops calling a plugin that keeps passing its deadline.
 *
 * @param failures how many calls in a row may come too late, positive; the breaker opens with the
 *     last of them
 * @param pause how long it is open the first time, positive; then one call is tried
 * @param longest each try that fails doubles the pause, up to this
 */
public record BreakerSettings(int failures, Duration pause, Duration longest) {

  public BreakerSettings {
    if (failures <= 0) {
      throw new IllegalArgumentException("failures is not positive: " + failures);
    }
    if (pause.isZero() || pause.isNegative() || longest.compareTo(pause) < 0) {
      throw new IllegalArgumentException("pause " + pause + " is not in (0, " + longest + "]");
    }
  }

  /** Three failures, 30 s, 10 minutes. */
  public static BreakerSettings defaults() {
    return new BreakerSettings(3, Duration.ofSeconds(30), Duration.ofMinutes(10));
  }
}
