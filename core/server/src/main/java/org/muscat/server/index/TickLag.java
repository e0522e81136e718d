package org.muscat.server.index;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How late ticks begin, in time that passes: a replay and a clock that is set do not count. Safe
 * for any thread.
 */
final class TickLag {

  private final Clock clock;
  private final Timer lag;

  TickLag(MeterRegistry meters) {
    this.clock = meters.config().clock();
    this.lag =
        Timer.builder("muscat.tick.lag")
            .description("How late a tick began: after its heartbeat, or a second after a change")
            .register(meters);
  }

  /** The moment, for {@link #began}, at which a tick is due. */
  long dueIn(Duration delay) {
    return clock.monotonicTime() + delay.toNanos();
  }

  /** A tick begins now that was due at a moment. */
  void began(long due) {
    lag.record(Math.max(0, clock.monotonicTime() - due), TimeUnit.NANOSECONDS);
  }
}
