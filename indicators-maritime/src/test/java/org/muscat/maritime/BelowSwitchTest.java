package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muscat.maritime.BelowSwitch.Position;

class BelowSwitchTest {

  private final BelowSwitch closed = new BelowSwitch(0.15, 0.05, 3, 5);
  private long day;

  @Test
  void shouldTurnOnAfterItsDwell() {
    days(10, 1.0);
    days(2, 0.1);
    assertThat(closed.position()).isEqualTo(Position.OFF);

    days(1, 0.1);

    assertThat(closed.position()).isEqualTo(Position.ON);
    assertThat(closed.since()).isEqualTo(Days.date(10));
  }

  @Test
  void shouldBeginAgainAfterAnInterruption() {
    days(10, 1.0);
    days(2, 0.1);
    days(1, 0.15);
    days(2, 0.1);

    assertThat(closed.position()).isEqualTo(Position.OFF);
    assertThat(closed.since()).isEqualTo(Days.date(0));
  }

  @Test
  void shouldTurnOffOnlyAMarginAbove() {
    days(10, 0.1);
    days(20, 0.19);
    assertThat(closed.position()).isEqualTo(Position.ON);

    days(4, 0.2);
    assertThat(closed.position()).isEqualTo(Position.ON);

    days(1, 0.2);
    assertThat(closed.position()).isEqualTo(Position.OFF);
    assertThat(closed.since()).isEqualTo(Days.date(30));
  }

  @Test
  void shouldBeUnknownUntilSomethingHeld() {
    for (int i = 0; i < 20; i++) {
      days(2, 0.1);
      days(2, 0.9);
    }

    assertThat(closed.position()).isEqualTo(Position.UNKNOWN);
    assertThat(closed.since()).isNull();
  }

  @Test
  void shouldCountTheDaysOfAWeek() {
    closed.step(Days.date(0), 0.9, 7);
    closed.step(Days.date(7), 0.1, 7);

    assertThat(closed.position()).isEqualTo(Position.ON);
    assertThat(closed.since()).isEqualTo(Days.date(7));
  }

  /** Whatever the ratios do, a position that was reached lasts at least the other one's dwell. */
  @Test
  void shouldNeverFlicker() {
    Random random = new Random(29);
    Position before = Position.UNKNOWN;
    long lastChange = -1;
    int changes = 0;
    while (day < 20_000) {
      days(1 + random.nextInt(6), random.nextDouble() * 0.4);
      if (closed.position() != before) {
        if (lastChange >= 0) {
          assertThat(day - lastChange).isGreaterThanOrEqualTo(3);
        }
        lastChange = day;
        before = closed.position();
        changes++;
      }
    }
    assertThat(changes).isGreaterThan(50);
  }

  private void days(int count, double ratio) {
    for (int i = 0; i < count; i++) {
      closed.step(Days.date(day++), ratio, 1);
    }
  }
}
