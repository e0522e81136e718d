package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.maritime.Status.Word;

class StatusTest {

  private final List<TransitRatio> ratios = new ArrayList<>();

  @Test
  void shouldBeOpenOnceThatHasHeld() {
    days(4, 1);
    assertThat(Status.after(ratios, 0.73, Configs.status("hormuz"))).isEmpty();

    days(1, 1);
    assertThat(status()).isEqualTo(new Status(Word.OPEN, Days.date(0)));
  }

  @Test
  void shouldBeRestrictedFromTheFirstOfFiveDays() {
    days(10, 1);
    days(4, 0.72);
    assertThat(status()).isEqualTo(new Status(Word.OPEN, Days.date(0)));

    days(1, 0.72);
    assertThat(status()).isEqualTo(new Status(Word.RESTRICTED, Days.date(10)));
  }

  @Test
  void shouldOpenAgainOnlyAboveTheHysteresis() {
    days(10, 1);
    days(10, 0.6);
    days(30, 0.77);
    assertThat(status()).isEqualTo(new Status(Word.RESTRICTED, Days.date(10)));

    days(5, 0.79);
    assertThat(status()).isEqualTo(new Status(Word.OPEN, Days.date(50)));
  }

  @Test
  void shouldBeClosedAfterThreeDays() {
    days(10, 1);
    days(3, 0.1);

    assertThat(status()).isEqualTo(new Status(Word.EFFECTIVELY_CLOSED, Days.date(10)));
  }

  @Test
  void shouldCountDeepDaysAsRestrictedOnes() {
    days(10, 1);
    days(2, 0.1);
    days(1, 0.5);
    days(2, 0.1);

    assertThat(status()).isEqualTo(new Status(Word.RESTRICTED, Days.date(10)));
  }

  @Test
  void shouldBeRestrictedSinceItReopenedInPart() {
    days(10, 1);
    days(20, 0.05);
    days(5, 0.4);

    assertThat(status()).isEqualTo(new Status(Word.RESTRICTED, Days.date(30)));
  }

  @Test
  void shouldOpenStraightFromClosed() {
    days(10, 1);
    days(20, 0.05);
    days(5, 1);

    assertThat(status()).isEqualTo(new Status(Word.OPEN, Days.date(30)));
  }

  private Status status() {
    return Status.after(ratios, 0.73, Configs.status("hormuz")).orElseThrow();
  }

  private void days(int count, double q) {
    for (int i = 0; i < count; i++) {
      ratios.add(Days.ratio(ratios.size(), q));
    }
  }
}
