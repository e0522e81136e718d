package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.muscat.spi.Series;

class SevenDayMeanTest {

  @Test
  void shouldAverageTheLastSevenDays() {
    Series series = Days.daily(100, 1, 2, 3, 4, 5, 6, 7);

    assertThat(SevenDayMean.at(series, 7)).hasValueCloseTo(4.0, within(1e-12));
  }

  @Test
  void shouldLeaveOutAMissingDay() {
    Series twoMissing = Days.on(new int[] {0, 8, 9, 10, 13, 14}, 900, 1, 2, 3, 4, 5);

    assertThat(SevenDayMean.at(twoMissing, 5)).hasValueCloseTo(3.0, within(1e-12));
  }

  @Test
  void shouldNotAverageFewerThanFiveDays() {
    Series threeMissing = Days.on(new int[] {1, 2, 3, 9, 10, 13, 14}, 1, 1, 1, 1, 1, 1, 1);

    assertThat(SevenDayMean.at(threeMissing, 6)).isEmpty();
  }

  @Test
  void shouldTakeTheValueOfAWeeklySeriesAsItIs() {
    Series weekly = Days.every(7, 70, 80, 90);

    assertThat(Cadence.WEEKLY.level(weekly, 2)).hasValue(90);
    assertThat(Cadence.DAILY.level(weekly, 2)).isEmpty();
  }

  @Test
  void shouldCoverDaysWithPoints() {
    assertThat(Cadence.DAILY.points(730)).isEqualTo(730);
    assertThat(Cadence.WEEKLY.points(730)).isEqualTo(105);
    assertThat(Cadence.WEEKLY.points(7)).isEqualTo(1);
  }
}
