package org.muscat.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReplayClockTest {

  private final MovableClock real = new MovableClock();
  private final ReplayClock replay =
      new ReplayClock(
          real, LocalDate.of(2019, 1, 1), LocalDate.of(2019, 1, 3), Duration.ofMillis(250));

  @Test
  void shouldBeginWithTheFirstDay() {
    assertThat(replay.instant()).isEqualTo("2019-01-01T00:00:00Z");
  }

  @Test
  void shouldGoOnADayAtATime() {
    real.pass(Duration.ofMillis(249));
    assertThat(replay.instant()).isEqualTo("2019-01-01T00:00:00Z");

    real.pass(Duration.ofMillis(1));
    assertThat(replay.instant()).isEqualTo("2019-01-02T00:00:00Z");
  }

  @Test
  void shouldBeginAgainAfterTheLastDay() {
    real.pass(Duration.ofMillis(500));
    assertThat(replay.instant()).isEqualTo("2019-01-03T00:00:00Z");

    real.pass(Duration.ofMillis(250));
    assertThat(replay.instant()).isEqualTo("2019-01-01T00:00:00Z");
  }

  @Test
  void shouldRefuseToReplayBackwards() {
    assertThatThrownBy(
            () ->
                new ReplayClock(
                    real, LocalDate.of(2019, 1, 2), LocalDate.of(2019, 1, 1), Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2019-01-02");
  }

  /** A clock that a test moves. */
  private static final class MovableClock extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
