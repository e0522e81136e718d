package org.muscat.host;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Counts calls that came too late, and says when to stop calling for a while. Thread-safe. */
final class CallBreaker {

  private final BreakerSettings settings;
  private final LongSupplier nanoTime;

  private int failures;
  private Duration pause = Duration.ZERO;
  private long openedAt;

  /**
   * A closed breaker.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  CallBreaker(BreakerSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /** How long there is no call yet; empty if one may be made. */
  synchronized Optional<Duration> left() {
    Duration left = pause.minusNanos(nanoTime.getAsLong() - openedAt);
    return pause.isZero() || left.isZero() || left.isNegative()
        ? Optional.empty()
        : Optional.of(left);
  }

  /**
   * Notes a call that came too late.
   *
   * @return the pause until the next try, if the breaker is open now
   */
  synchronized Optional<Duration> failed() {
    failures++;
    if (failures < settings.failures()) {
      return Optional.empty();
    }
    Duration doubled = pause.isZero() ? settings.pause() : pause.multipliedBy(2);
    pause = doubled.compareTo(settings.longest()) > 0 ? settings.longest() : doubled;
    openedAt = nanoTime.getAsLong();
    return Optional.of(pause);
  }

  /** Notes a call that came in time. */
  synchronized void succeeded() {
    failures = 0;
    pause = Duration.ZERO;
  }
}
