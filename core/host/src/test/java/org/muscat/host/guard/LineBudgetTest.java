package org.muscat.host.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineBudgetTest {

  private final AtomicLong nanos = new AtomicLong(7);
  private final LineBudget budget = new LineBudget(nanos::get);

  @Test
  void shouldLetAHundredLinesPassInTenSecondsAndTellOfTheOthersLater() {
    for (int i = 0; i < 100; i++) {
      assertThat(budget.spend()).isEqualTo(new LineBudget.Turn(true, 0));
    }
    for (int i = 0; i < 3; i++) {
      assertThat(budget.spend()).isEqualTo(new LineBudget.Turn(false, 0));
    }

    nanos.addAndGet(Duration.ofSeconds(11).toNanos());

    assertThat(budget.spend()).isEqualTo(new LineBudget.Turn(true, 3));
    assertThat(budget.spend()).isEqualTo(new LineBudget.Turn(true, 0));
  }
}
