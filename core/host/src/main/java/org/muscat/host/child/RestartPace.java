package org.muscat.host.child;

import java.time.Duration;

/**
 * How fast a child that ends is started again.
 *
 * @param first pause, doubled with each end, positive
 * @param longest pause
 * @param steady how long a child has to serve for the next pause to be the first again
 */
record RestartPace(Duration first, Duration longest, Duration steady) {

  /** One second to a minute; a minute. */
  static final RestartPace DEFAULT =
      new RestartPace(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

  /** The pause before a start, when so many pauses came before it. */
  Duration pause(int before) {
    Duration pause = first.multipliedBy(1L << Math.min(before, 20));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
