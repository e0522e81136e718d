package org.muscat.maritime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.spi.Series;
import org.muscat.toolkit.Cadence;
import org.muscat.toolkit.GatedDay;

class TransitRatiosTest {

  @Test
  void shouldTakeTheMoreForgivingOfTheTwoBaselines() {
    GatedDay lowGated = new GatedDay(Instant.EPOCH, 60, 75, 100, 730, null);
    GatedDay lowMedian = new GatedDay(Instant.EPOCH, 60, 100, 80, 730, null);

    assertThat(new TransitRatio(lowGated).q()).isCloseTo(0.8, within(1e-12));
    assertThat(new TransitRatio(lowMedian).q()).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void shouldReadOneOnAnUnchangingSea() {
    assertThat(read(Days.daily(Days.constant(800, 90)))).isEqualTo(measured(1, 799));
  }

  @Test
  void shouldTakeTheLastPointOfADay() {
    long[] times = IntStream.range(0, 801).mapToLong(i -> Math.min(i, 799) * 86_400_000L).toArray();
    times[800] += 3_600_000;
    double[] values = Days.constant(801, 90);
    values[799] = 1;

    Series twice = Series.of("transits/hormuz/all", times, values);

    assertThat(((Measured) read(twice)).value()).isCloseTo(1, within(1e-12));
  }

  @Test
  void shouldBeYoungUntilSevenHundredThirtyDaysAreAccepted() {
    assertThat(read(Days.daily(Days.constant(744, 90)))).isEqualTo(measured(1, 743));
    assertThat(read(Days.daily(Days.constant(743, 90))))
        .isEqualTo(measured(1, 742).partial("baseline rests on 729 of 730 accepted days"));
    assertThat(read(Days.daily(Days.constant(194, 90))))
        .isEqualTo(measured(1, 193).partial("baseline rests on 180 of 730 accepted days"));
  }

  @Test
  void shouldSayHowYoungTheBaselineIs() {
    assertThat(read(Days.daily(Days.constant(193, 90))))
        .isEqualTo(
            new NoData(
                "the baseline of 'transits/hormuz/all' has 179 accepted days of the 180"
                    + " that it needs (193 points known)"));
    assertThat(read(Days.daily(Days.constant(30, 90))))
        .isEqualTo(
            new NoData(
                "the baseline of 'transits/hormuz/all' has 0 accepted days of the 180"
                    + " that it needs (30 points known)"));
    assertThat(read(Series.empty("transits/hormuz/all")))
        .isEqualTo(new NoData("no point of 'transits/hormuz/all' is known"));
  }

  @Test
  void shouldNotReadANewestPointWithTooFewDaysBeforeIt() {
    int[] when = IntStream.range(0, 304).map(i -> i < 300 ? i : i + 3).toArray();

    assertThat(read(Days.on(when, Days.constant(304, 90))))
        .isEqualTo(
            new NoData("'transits/hormuz/all' has fewer than 5 of the 7 days up to 1970-11-03"));
  }

  @Test
  void shouldReadAcrossTwoMissingDays() {
    int[] when = IntStream.range(0, 301).map(i -> i < 296 ? i : i + 2).toArray();

    assertThat(read(Days.on(when, Days.constant(301, 90)))).isInstanceOf(Measured.class);
  }

  @Test
  void shouldNotDivideByABaselineOfNothing() {
    assertThat(read(Days.daily(Days.constant(100, 0)))).isInstanceOf(NoData.class);

    double[] mostlyNothing = Days.constant(400, 10);
    Arrays.fill(mostlyNothing, 0, 60, 0);
    assertThat(read(Days.daily(mostlyNothing))).isInstanceOf(NoData.class);
  }

  @Test
  void shouldReadAWeeklySeriesWithItsWindowsInDays() {
    double[] weeks = Days.constant(120, 630);
    weeks[119] = 315;
    TransitRatios ratios = TransitRatios.of(Days.every(7, weeks), Cadence.WEEKLY);

    Reading reading = ratios.newest(ratio -> Measured.of(ratio.q(), ratio.observedAt()));

    assertThat(reading).isEqualTo(measured(0.5, 119 * 7));
    // the first 13 weeks seed it, and 180 accepted days are 26 weeks, 14 days ago
    assertThat(ratios.all()).hasSize(120 - 27);
  }

  private static Measured measured(double value, int day) {
    return Measured.of(value, Instant.ofEpochMilli(day * 86_400_000L));
  }

  private static Reading read(Series transits) {
    return TransitRatios.of(transits, Cadence.DAILY)
        .newest(ratio -> Measured.of(ratio.q(), ratio.observedAt()));
  }
}
