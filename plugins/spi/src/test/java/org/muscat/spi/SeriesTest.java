package org.muscat.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private static final long DAY = 86_400_000L;

  private final Series series =
      Series.of("oil/brent-spot", new long[] {0, DAY, 3 * DAY}, new double[] {60, 61, 63});

  @Test
  void shouldGiveItsPointsOldestFirst() {
    assertThat(series.size()).isEqualTo(3);
    assertThat(series.values()).containsExactly(60, 61, 63);
    assertThat(series.time(1)).isEqualTo("1970-01-02T00:00:00Z");
    assertThat(series.epochDay(2)).isEqualTo(3);
    assertThat(series.lastTime()).isEqualTo("1970-01-04T00:00:00Z");
    assertThat(series.lastValue()).isEqualTo(63);
  }

  @Test
  void shouldEqualASeriesOfTheSameNameAndPoints() {
    Series longer =
        Series.of(
            "oil/brent-spot", new long[] {-DAY, 0, DAY, 3 * DAY}, new double[] {1, 60, 61, 63});

    assertThat(longer.last(3)).isEqualTo(series).hasSameHashCodeAs(series);
    assertThat(series.first(0)).isEqualTo(Series.empty("oil/brent-spot"));
    assertThat(series)
        .isNotEqualTo(longer)
        .isNotEqualTo(Series.of("oil/wti-spot", new long[] {0, DAY, 3 * DAY}, series.values()))
        .isNotEqualTo(Series.of("oil/brent-spot", new long[] {0, DAY, 2 * DAY}, series.values()))
        .isNotEqualTo(
            Series.of("oil/brent-spot", new long[] {0, DAY, 3 * DAY}, new double[] {60, 61.5, 63}));
  }

  @Test
  void shouldCountDaysBeforeTheEpochDownwards() {
    Series old = Series.of("oil/brent-spot", new long[] {-1}, new double[] {60});

    assertThat(old.epochDay(0)).isEqualTo(-1);
  }

  @Test
  void shouldCutToTheLatestPoints() {
    assertThat(series.last(2).values()).containsExactly(61, 63);
    assertThat(series.last(9).values()).containsExactly(60, 61, 63);
    assertThat(series.last(0).isEmpty()).isTrue();
    assertThat(series.last(2).last(1).values()).containsExactly(63);
  }

  @Test
  void shouldCutToTheEarliestPoints() {
    assertThat(series.first(2).values()).containsExactly(60, 61);
    assertThat(series.first(9).values()).containsExactly(60, 61, 63);
    assertThat(series.first(0).isEmpty()).isTrue();
    assertThat(series.last(2).first(1).values()).containsExactly(61);
    assertThat(series.first(2).last(9).values()).containsExactly(60, 61);
    assertThat(series.first(1).at(series.time(1))).isEmpty();
  }

  @Test
  void shouldCutByTimeLikeAScanOfAllPoints() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      Instant moment = Instant.EPOCH.plus(random.nextInt(120) - 12, ChronoUnit.HOURS);
      Series part = series.last(1 + random.nextInt(3));

      Series since = part.since(moment);

      int expected = 0;
      for (int k = 0; k < part.size(); k++) {
        expected += part.time(k).isBefore(moment) ? 0 : 1;
      }
      assertThat(since.size()).isEqualTo(expected);
    }
  }

  @Test
  void shouldFindAValueByItsTime() {
    assertThat(series.at(Instant.EPOCH.plus(1, ChronoUnit.DAYS))).hasValue(61);
    assertThat(series.at(Instant.EPOCH.plus(2, ChronoUnit.DAYS))).isEmpty();
    assertThat(series.last(1).at(Instant.EPOCH)).isEmpty();
  }

  @Test
  void shouldNotChangeWithTheArraysItWasMadeOf() {
    double[] values = {1};
    Series made = Series.of("oil/brent-spot", new long[] {0}, values);
    values[0] = 2;
    made.values()[0] = 3;

    assertThat(made.lastValue()).isEqualTo(1);
  }

  @Test
  void shouldRefuseWhatIsNoSeries() {
    assertThatThrownBy(() -> Series.of("oil/brent-spot", new long[2], new double[1]))
        .hasMessageContaining("2 times and 1 values");
    assertThatThrownBy(() -> Series.of("oil/brent-spot", new long[] {5, 5}, new double[2]))
        .hasMessageContaining("do not rise");
    assertThatThrownBy(() -> Series.of("oil/brent-spot", new long[] {5}, new double[] {Double.NaN}))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> series.value(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("oil/brent-spot");
    assertThatThrownBy(() -> series.last(1).value(-1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> series.last(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> series.first(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Series.empty("oil/brent-spot").lastValue())
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
