package org.muscat.host.http;

import java.time.Duration;

/** A moment on the machine's steady clock until which there is time. Immutable. */
final class Deadline {

  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The time that is left, zero or negative when it is over. */
  Duration left() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  boolean isOver() {
    return left().isNegative() || left().isZero();
  }

  /** Whether there is still time after a pause. */
  boolean allows(Duration pause) {
    return left().compareTo(pause) > 0;
  }

  /** The earlier of this and a moment from now on. */
  Deadline atMost(Duration fromNow) {
    return allows(fromNow) ? in(fromNow) : this;
  }
}
