package org.muscat.server.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often something that failed is tried again: with pauses each twice as long as the one before,
 * half of it more or less by chance, up to a number of tries and a time in all.
 */
final class Patience {

  private static final int TRIES = 5;
  private static final Duration FIRST = Duration.ofMillis(500);

  /** No try begins later than this after the first. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private final Clock clock;
  private final RandomGenerator random;
  private final Pause pause;

  /** How a pause is made. */
  @FunctionalInterface
  interface Pause {
    void take(Duration length) throws InterruptedException;
  }

  Patience(Clock clock, RandomGenerator random, Pause pause) {
    this.clock = clock;
    this.random = random;
    this.pause = pause;
  }

  /** The last moment at which another try may begin, if the first one begins now. */
  Instant end() {
    return clock.instant().plus(MOST);
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Waits before another try.
   *
   * @param tries so far, from 1
   * @param wanted the pause that the other side asks for, if it does
   * @param end as {@link #end} gave it
   * @return whether there is to be another; if not, nobody waited
   */
  boolean again(int tries, Optional<Duration> wanted, Instant end) {
    Duration own = FIRST.multipliedBy(1L << (tries - 1));
    long nanos = Math.round(own.toNanos() * (0.5 + random.nextDouble()));
    Duration length =
        wanted.filter(w -> w.toNanos() > nanos).orElseGet(() -> Duration.ofNanos(nanos));
    if (tries >= TRIES || clock.instant().plus(length).isAfter(end)) {
      return false;
    }
    try {
      pause.take(length);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
