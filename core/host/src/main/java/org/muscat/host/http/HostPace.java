package org.muscat.host.http;

import java.time.Duration;
import java.util.Optional;

/**
 * When the next request may go to one host: a steady rate with bursts, and pauses that the host
 * asked for. Times are those of {@link System#nanoTime}. Safe for any thread.
 *
 * <p>The generic cell rate algorithm: {@code due} is when the next request would go if all went at
 * the steady rate; it may go earlier by as much as a burst.
 */
final class HostPace {

  private final long interval;
  private final long earlier;
  private boolean started;
  private long due;
  private boolean paused;
  private long pausedUntil;

  HostPace(double requestsPerSecond, int burst) {
    this.interval = Math.max(1, Math.round(1e9 / requestsPerSecond));
    this.earlier = interval * (burst - 1);
  }

  /**
   * Takes the next place.
   *
   * @param most the longest wait that is of use
   * @return how long to wait before the request; empty, with no place taken, if that is longer
   */
  synchronized Optional<Duration> reserve(long now, Duration most) {
    long wait = Math.max(ownWait(now), pauseLeft(now));
    if (wait > most.toNanos()) {
      return Optional.empty();
    }
    due = (started ? Math.max(due - now, wait) : wait) + now + interval;
    started = true;
    return Optional.of(Duration.ofNanos(wait));
  }

  /** Sends nothing for a while. */
  synchronized void pause(long now, Duration length) {
    if (length.toNanos() > pauseLeft(now)) {
      paused = true;
      pausedUntil = now + length.toNanos();
    }
  }

  /** How long the host is still left alone, zero if it is not. */
  synchronized Duration pause(long now) {
    return Duration.ofNanos(pauseLeft(now));
  }

  private long ownWait(long now) {
    return started ? Math.max(0, due - earlier - now) : 0;
  }

  private long pauseLeft(long now) {
    return paused ? Math.max(0, pausedUntil - now) : 0;
  }
}
