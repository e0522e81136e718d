package org.muscat.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Series;

class GatedBaselineTest {

  private static final Duration HALF_LIFE = Duration.ofDays(90);

  @Test
  void shouldStartFromTheMedianOfNinetyDays() {
    double[] values = constant(91, 100);
    Arrays.fill(values, 0, 40, 1000);

    List<GatedDay> days = daily(values).days();

    assertThat(days).hasSize(1);
    assertThat(days.get(0).baseline()).isEqualTo(100);
    assertThat(daily(constant(90, 100)).days()).isEmpty();
  }

  @Test
  void shouldCloseHalfTheGapInAHalfLife() {
    double[] values = constant(182, 100);
    Arrays.fill(values, 90, 182, 110);

    GatedDay last = last(daily(values));

    // the last point stands beside what the 91 days from day 90 to day 180 taught
    assertThat(last.baseline()).isCloseTo(110 - 10 * Math.pow(2, -91 / 90.0), within(1e-9));
    assertThat(last.frozen()).isFalse();
  }

  @Test
  void shouldNotLearnFromACrisis() {
    double[] values = constant(900, 100);
    Arrays.fill(values, 200, 900, 40);

    GatedDay last = last(daily(values));

    assertThat(last.level()).isEqualTo(40);
    assertThat(last.baseline()).isGreaterThan(97);
    assertThat(last.acceptedMedian()).isEqualTo(100);
    assertThat(last.frozenSince()).isEqualTo(LocalDate.ofEpochDay(202));
  }

  @Test
  void shouldNotLearnFromABoom() {
    double[] values = constant(300, 100);
    Arrays.fill(values, 200, 300, 200);

    assertThat(last(daily(values)).frozen()).isTrue();
    assertThat(last(daily(values)).baseline()).isLessThan(110);
  }

  @Test
  void shouldThawWhenTheLevelComesBack() {
    double[] values = constant(400, 100);
    Arrays.fill(values, 200, 260, 40);

    List<GatedDay> days = daily(values).days();

    assertThat(days.get(240 - 90).frozen()).isTrue();
    assertThat(days.get(270 - 90).frozen()).isFalse();
    assertThat(last(daily(values)).acceptedDays()).isLessThan(400 - 14 - 50).isGreaterThan(300);
  }

  @Test
  void shouldShiftTheMedianByFourteenDays() {
    double[] values = constant(120, 100);

    List<GatedDay> days = daily(values).days();

    assertThat(days.get(0).acceptedDays()).isEqualTo(90 - 13);
    assertThat(last(daily(values)).acceptedDays()).isEqualTo(120 - 14);
  }

  @Test
  void shouldKeepNoMoreThanTheWindow() {
    double[] values = IntStream.range(0, 1200).mapToDouble(i -> 100 + i / 100.0).toArray();

    GatedBaseline baseline = daily(values);

    assertThat(last(baseline).acceptedDays()).isEqualTo(730);
    assertThat(last(baseline).acceptedMedian())
        .isEqualTo(Quantiles.median(Arrays.copyOfRange(values, 1200 - 14 - 730, 1200 - 14)));
  }

  @Test
  void shouldNeitherLearnNorThawOnADayWithoutALevel() {
    int[] when = IntStream.range(0, 131).map(i -> i < 130 ? i : i + 20).toArray();
    double[] values = constant(131, 100);
    values[130] = 900;

    GatedBaseline baseline = GatedBaseline.of(Days.on(when, values), Cadence.DAILY, HALF_LIFE);

    assertThat(last(baseline).observedAt()).isEqualTo(Days.on(when, values).time(129));
  }

  @Test
  void shouldReadAWeeklySeriesByItsValues() {
    Series weekly = Days.every(7, constant(60, 700));

    GatedDay last = last(GatedBaseline.of(weekly, Cadence.WEEKLY, HALF_LIFE));

    assertThat(last.level()).isEqualTo(700);
    assertThat(last.acceptedDays()).isEqualTo(58 * 7);
  }

  @Test
  void shouldWeighAGapByItsLength() {
    double[] values = constant(20, 100);
    values[13] = 120;
    Series weekly = Days.every(7, values);

    GatedDay afterwards = GatedBaseline.of(weekly, Cadence.WEEKLY, HALF_LIFE).days().get(1);

    assertThat(afterwards.baseline())
        .isCloseTo(100 + 20 * (1 - Math.pow(2, -7 / 90.0)), within(1e-9));
  }

  /** What was known then does not change when more becomes known: the fold has no look-ahead. */
  @Test
  void shouldBeTheSameFoldForEachPrefix() {
    double[] values = walk(new Random(26), 800);
    List<GatedDay> whole = daily(values).days();

    for (int size : new int[] {91, 200, 333, 500, 799}) {
      List<GatedDay> prefix = daily(Arrays.copyOf(values, size)).days();

      assertThat(prefix).isEqualTo(whole.subList(0, prefix.size()));
    }
  }

  @Test
  void shouldScaleWithTheUnit() {
    double[] calls = walk(new Random(27), 800);
    double[] inTens = Arrays.stream(calls).map(v -> v * 10).toArray();

    List<GatedDay> days = daily(calls).days();
    List<GatedDay> scaled = daily(inTens).days();

    assertThat(scaled).hasSameSizeAs(days);
    for (int i = 0; i < days.size(); i++) {
      assertThat(scaled.get(i).frozenSince()).isEqualTo(days.get(i).frozenSince());
      assertThat(scaled.get(i).baseline()).isCloseTo(10 * days.get(i).baseline(), within(1e-6));
    }
  }

  /** Frozen means exactly this: the level lies outside the gate. */
  @Test
  void shouldFreezeJustOutsideTheGate() {
    List<GatedDay> days = daily(walk(new Random(28), 2000)).days();

    assertThat(days).anyMatch(GatedDay::frozen).anyMatch(day -> !day.frozen());
    for (GatedDay day : days) {
      double ratio = day.level() / day.baseline();

      assertThat(day.frozen()).isEqualTo(ratio < 0.75 || ratio > 1.35);
    }
  }

  @Test
  void shouldStayFrozenAtABaselineOfZero() {
    double[] values = constant(200, 0);
    Arrays.fill(values, 120, 200, 50);

    assertThat(last(daily(values)).frozen()).isTrue();
    assertThat(last(daily(values)).baseline()).isZero();
  }

  @Test
  void shouldRefuseTwoPointsOnOneDay() {
    Series series = Series.of("test/x", new long[] {0, 3_600_000}, new double[] {1, 1});

    assertThatThrownBy(() -> GatedBaseline.of(series, Cadence.DAILY, HALF_LIFE))
        .hasMessageContaining("two points on the day of 1970-01-01T01:00:00Z");
    assertThatThrownBy(() -> GatedBaseline.of(series, Cadence.DAILY, Duration.ZERO))
        .hasMessageContaining("PT0S");
  }

  private static GatedBaseline daily(double... values) {
    return GatedBaseline.of(Days.daily(values), Cadence.DAILY, HALF_LIFE);
  }

  private static GatedDay last(GatedBaseline baseline) {
    return baseline.days().get(baseline.days().size() - 1);
  }

  private static double[] constant(int days, double value) {
    double[] values = new double[days];
    Arrays.fill(values, value);
    return values;
  }

  /** A level that wanders enough to cross the gate, with noise. */
  private static double[] walk(Random random, int days) {
    double[] values = new double[days];
    double log = Math.log(100);
    for (int i = 0; i < days; i++) {
      log += 0.03 * random.nextGaussian();
      values[i] = Math.exp(log + 0.1 * random.nextGaussian());
    }
    return values;
  }
}
