package org.muscat.server.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.muscat.store.FetchHealth;

/**
 * When a feed is asked again: at its interval while it answers, after growing pauses while it
 * fails, never before the source wants it.
 *
 * <p>The pause after the first failure is 30 s and doubles with each further one. It is never
 * longer than the interval until the breaker opens, after {@value #FAILURES_TO_OPEN} failures in a
 * row; from then on never shorter than the interval, and at most the longer of six hours and the
 * interval. All pauses are lengthened by up to a tenth at random, so that feeds do not ask in step.
 */
final class Pace {

  static final int FAILURES_TO_OPEN = 5;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  /** Enough to reach any longest pause. */
  private static final int MOST_DOUBLINGS = 20;

  private static final double JITTER = 0.1;

  private final Duration every;
  private final RandomGenerator random;

  /**
   * The pace of one feed.
   *
   * @param every from the end of a fetch to the next
   * @param random for the jitter
   */
  Pace(Duration every, RandomGenerator random) {
    this.every = every;
    this.random = random;
  }

  static Breaker breaker(FetchHealth health) {
    return health.failures() >= FAILURES_TO_OPEN ? Breaker.OPEN : Breaker.CLOSED;
  }

  /** When to ask again after a fetch that ended now. */
  Instant next(FetchHealth health, Instant now) {
    Duration pause = pause(health.failures());
    long jitter = (long) (pause.toMillis() * JITTER * random.nextDouble());
    Instant next = now.plus(pause).plusMillis(jitter);
    Instant notBefore = health.notBefore();
    return notBefore != null && notBefore.isAfter(next) ? notBefore : next;
  }

  private Duration pause(int failures) {
    if (failures == 0) {
      return every;
    }
    Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    if (failures < FAILURES_TO_OPEN) {
      return shorter(growing, every);
    }
    return longer(every, shorter(growing, LONGEST_PAUSE));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
