package org.muscat.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickLagTest {

  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final TickLag lag = new TickLag(meters);

  @Test
  void shouldMeasureFromTheMomentThatATickWasDue() {
    long due = lag.dueIn(Duration.ofSeconds(60));

    clock.add(Duration.ofSeconds(63));
    lag.began(due);

    assertThat(timer().totalTime(TimeUnit.SECONDS)).isEqualTo(3);
    assertThat(timer().count()).isOne();
  }

  @Test
  void shouldCountATickInTimeAsNotLate() {
    long due = lag.dueIn(Duration.ofSeconds(60));

    clock.add(Duration.ofSeconds(59));
    lag.began(due);

    assertThat(timer().totalTime(TimeUnit.SECONDS)).isZero();
    assertThat(timer().count()).isOne();
  }

  private Timer timer() {
    return meters.get("muscat.tick.lag").timer();
  }
}
