package org.muscat.host.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: each twice as long as the one before, half of it more or less by chance.
 */
final class BackOff {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Duration first;
  private final RandomGenerator random;

  BackOff(Duration first, RandomGenerator random) {
    this.first = first;
    this.random = random;
  }

  /**
   * The pause after a try that failed.
   *
   * @param tries so far, from 1
   */
  Duration after(int tries) {
    Duration pause = first.multipliedBy(1L << Math.min(tries - 1, 20));
    Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    double share;
    synchronized (random) {
      share = 0.5 + random.nextDouble();
    }
    return Duration.ofNanos(Math.round(bounded.toNanos() * share));
  }
}
