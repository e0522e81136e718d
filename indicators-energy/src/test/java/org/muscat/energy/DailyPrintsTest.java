package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Series;
import org.muscat.testkit.Recorded;

class DailyPrintsTest {

  private static final Instant START = Recorded.day("2024-01-01");

  /** Two prints each on the second and third day: four in a row, but of two days. */
  @Test
  void shouldCountDaysNotPrintsInARun() {
    Series known = hours(new int[] {9, 33, 40, 57, 64, 81}, 70, 80, 80, 80, 80, 81);

    Series prints = DailyPrints.unstuck(known);

    assertThat(prints.values()).containsExactly(70, 80, 80, 81);
    assertThat(prints.time(1)).isEqualTo(START.plus(Duration.ofHours(40)));
  }

  /** The morning of the third day interrupts the run of prints, not that of days. */
  @Test
  void shouldSeeARunThatACorrectedPrintInterrupts() {
    Series known = hours(new int[] {9, 33, 57, 60, 81, 105}, 80, 80, 79, 80, 80, 81);

    assertThat(DailyPrints.unstuck(known).values()).containsExactly(80, 81);
  }

  @Test
  void shouldKeepTheFirstOfEachRunOfFour() {
    int[] noons = new int[11];
    Arrays.setAll(noons, day -> 24 * day + 12);
    Series known = hours(noons, 70, 71, 71, 71, 72, 72, 72, 72, 70, 70, 70);

    assertThat(DailyPrints.unstuck(known).values()).containsExactly(70, 71, 71, 71, 72, 70, 70, 70);
    assertThat(DailyPrints.news(known).values()).containsExactly(70, 71, 71, 71, 72, 70);
    assertThat(DailyPrints.news(Series.empty("oil/brent-spot")).isEmpty()).isTrue();
  }

  private static Series hours(int[] hours, double... values) {
    long[] times =
        Arrays.stream(hours)
            .mapToLong(hour -> START.plus(Duration.ofHours(hour)).toEpochMilli())
            .toArray();
    return Series.of("oil/brent-spot", times, values);
  }
}
