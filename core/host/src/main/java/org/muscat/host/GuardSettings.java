package org.muscat.host;

import java.time.Duration;

/**
 * How patient the host is with the code of plugins.
 *
 * @param createDeadline for one step of making a plugin, a feed or an indicator, positive
 * @param readDeadline for all readings of one plugin in one tick together, positive
 * @param closeDeadline for a feed to close, positive
 * @param grace between the interrupt and giving up a thread, positive
 * @param breaker when it stops calling for a while
 * @param seriesBudget how many series the meters of one plugin may have, positive
 * @param threads how many threads of its own one plugin may have, not negative
 */
public record GuardSettings(
    Duration createDeadline,
    Duration readDeadline,
    Duration closeDeadline,
    Duration grace,
    BreakerSettings breaker,
    int seriesBudget,
    int threads) {

  private static final int DEFAULT_SERIES_BUDGET = 100;
  private static final int DEFAULT_THREADS = 0;

  public GuardSettings {
    requirePositive("create deadline", createDeadline);
    requirePositive("read deadline", readDeadline);
    requirePositive("close deadline", closeDeadline);
    requirePositive("grace", grace);
    if (seriesBudget <= 0) {
      throw new IllegalArgumentException("series budget is not positive: " + seriesBudget);
    }
    if (threads < 0) {
      throw new IllegalArgumentException("number of threads is negative: " + threads);
    }
  }

  /** This patience, the default breaker, 100 series and no thread of its own. */
  public GuardSettings(
      Duration createDeadline, Duration readDeadline, Duration closeDeadline, Duration grace) {
    this(
        createDeadline,
        readDeadline,
        closeDeadline,
        grace,
        BreakerSettings.defaults(),
        DEFAULT_SERIES_BUDGET,
        DEFAULT_THREADS);
  }

  /** The same, with so many threads. */
  public GuardSettings withThreads(int most) {
    return new GuardSettings(
        createDeadline, readDeadline, closeDeadline, grace, breaker, seriesBudget, most);
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
