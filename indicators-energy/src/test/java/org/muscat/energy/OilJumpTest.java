package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/**
 * E7: made-up prices of 110 days from 2024-01-01 to 2024-04-19, a Friday, and the recorded ones.
 */
class OilJumpTest {

  private static final int DAYS = 110;
  private static final int FRIDAY = DAYS - 1;
  private static final int TUESDAY = DAYS - 4;
  private static final int MONDAY = DAYS - 5;

  /** OVX/VIX above and below the gate of 2.519. */
  private static final double AFRAID = 4;

  private static final double CALM = 2;

  @Test
  void shouldCallAJumpOnlyWhatIsUpLargeAndOfOilAlone() {
    assertThat(value(risingOn(FRIDAY, 1.05), fear(AFRAID))).isEqualTo(1);
    assertThat(value(risingOn(FRIDAY, 1 / 1.05), fear(AFRAID))).isZero();
    assertThat(value(risingOn(FRIDAY, 1.03), fear(AFRAID))).isZero();
    assertThat(value(risingOn(FRIDAY, 1.05), fear(CALM))).isZero();
  }

  @Test
  void shouldFindAJumpInsideABatchOfPrints() {
    double[] prices = risingOn(TUESDAY, 1.05);

    assertThat(read(prices, fear(AFRAID)))
        .isEqualTo(Measured.of(1, day(FRIDAY)).fact("jumped-on", "2024-04-16"));
    assertThat(value(risingOn(MONDAY, 1.05), fear(AFRAID))).isEqualTo(1);
    assertThat(value(risingOn(MONDAY - 1, 1.05), fear(AFRAID))).isZero();
  }

  @Test
  void shouldLookAtAsManyDaysAsItIsToldTo() {
    History history = history(risingOn(MONDAY, 1.05), fear(AFRAID));
    OilJumpConfig four = new OilJumpConfig("oil/brent-spot", 100, 0.94, 4, 2.519, 4);

    assertThat(history.read(Defaults.JUMP, four, day(FRIDAY)))
        .isEqualTo(Measured.of(0, day(FRIDAY)));
  }

  /** What was feared on other days neither makes a jump one of oil nor takes it back. */
  @Test
  void shouldJudgeAJumpByTheFearOfItsDay() {
    double[] onlyThen = fear(CALM);
    onlyThen[TUESDAY] = AFRAID;
    double[] onlySince = fear(AFRAID);
    onlySince[TUESDAY] = CALM;

    assertThat(value(risingOn(TUESDAY, 1.05), onlyThen)).isEqualTo(1);
    assertThat(value(risingOn(TUESDAY, 1.05), onlySince)).isZero();
  }

  @Test
  void shouldTakeTheFearOfTheBusinessDayBefore() {
    double[] fear = fear(CALM);
    fear[MONDAY - 3] = AFRAID;
    double[] prices = risingOn(MONDAY, 1.05);

    assertThat(value(prices, without(fear, MONDAY, MONDAY - 1, MONDAY - 2))).isEqualTo(1);
  }

  @Test
  void shouldNotBeCalmAboutAJumpThatCannotBeJudged() {
    double[] unknown = without(fear(CALM), MONDAY, TUESDAY);

    assertThat(read(risingOn(TUESDAY, 1.05), unknown))
        .isEqualTo(
            new NoData(
                "'oil/brent-spot' rose by more than 4.0 standard deviations on 2024-04-16; whether"
                    + " oil alone did is not known, as neither that day nor the business day before"
                    + " has both 'volatility/ovx' and 'volatility/vix'"));
    assertThat(read(risingOn(MONDAY - 9, 1.05), unknown)).isEqualTo(Measured.of(0, day(FRIDAY)));
  }

  @Test
  void shouldFindTheJumpBesideOneThatCannotBeJudged() {
    double[] prices = risingOn(MONDAY, 1.05);
    for (int i = FRIDAY; i < DAYS; i++) {
      prices[i] *= 1.2;
    }

    assertThat(read(prices, without(fear(AFRAID), FRIDAY, FRIDAY - 1)))
        .isInstanceOfSatisfying(
            Measured.class,
            jump -> assertThat(jump.facts()).containsEntry("jumped-on", "2024-04-15"));
  }

  @Test
  void shouldCallTheAttackOnAbqaiqAJump() {
    List<Measured> readings =
        RecordedViews.all().replay(Defaults.JUMP, Defaults.JUMP_CONFIG, "2019-09-01", "2019-09-30");

    assertThat(readings)
        .filteredOn(reading -> reading.value() == 1)
        .allSatisfy(reading -> assertThat(reading.facts()).containsEntry("jumped-on", "2019-09-16"))
        .extracting(Measured::observedAt)
        .containsExactly(
            Recorded.day("2019-09-16"),
            Recorded.day("2019-09-17"),
            Recorded.day("2019-09-18"),
            Recorded.day("2019-09-19"),
            Recorded.day("2019-09-20"));
  }

  /** Prices of which each is 1 % above or below the one before in turn, but for one rise. */
  private static double[] risingOn(int day, double factor) {
    double[] prices = new double[DAYS];
    Arrays.setAll(prices, i -> (i % 2 == 0 ? 100 : 101) * (i < day ? 1 : factor));
    if (day % 2 == 0) {
      Arrays.setAll(prices, i -> prices[i] * (i < day ? 1 : 1.01));
    }
    return prices;
  }

  private static double[] fear(double ratio) {
    double[] ratios = new double[DAYS];
    Arrays.fill(ratios, ratio);
    return ratios;
  }

  private static double[] without(double[] fear, int... days) {
    double[] less = fear.clone();
    for (int day : days) {
      less[day] = Double.NaN;
    }
    return less;
  }

  private static double value(double[] prices, double... fear) {
    return ((Measured) read(prices, fear)).value();
  }

  private static Reading read(double[] prices, double... fear) {
    return history(prices, fear).read(Defaults.JUMP, Defaults.JUMP_CONFIG, day(FRIDAY));
  }

  /** VIX is near 15 and never twice the same; OVX is so many times as much, where it is known. */
  private static History history(double[] prices, double... fear) {
    double[] vix = IntStream.range(0, DAYS).mapToDouble(i -> 15 + i / 1e3).toArray();
    History history =
        new History()
            .add(MadeUpPrices.daily("oil/brent-spot", "2024-01-01", prices))
            .add(MadeUpPrices.daily("volatility/vix", "2024-01-01", vix));
    for (int i = 0; i < DAYS; i++) {
      if (!Double.isNaN(fear[i])) {
        history.add(Observation.point("volatility/ovx", day(i), fear[i] * vix[i]));
      }
    }
    return history;
  }

  private static Instant day(int index) {
    return Recorded.day("2024-01-01").plus(Duration.ofDays(index));
  }
}
