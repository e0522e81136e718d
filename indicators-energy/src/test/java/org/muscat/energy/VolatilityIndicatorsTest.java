package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/** E3 with weights, E4, E6, E7 and E11: analytic cases, and what the recorded prices show. */
class VolatilityIndicatorsTest {

  private static final Instant END = Recorded.day("2024-06-01");

  /** Prices of which each is 1 % above or below the one before in turn. */
  private static double[] zigzag(int count) {
    return IntStream.range(0, count).mapToDouble(i -> i % 2 == 0 ? 100 : 101).toArray();
  }

  private static final double STEP = Math.log(1.01);

  @Test
  void shouldWeighEqualReturnsToTheirOwnSize() {
    History history = prices(zigzag(101));

    assertThat(measured(history, Defaults.EWMA, Defaults.EWMA_CONFIG).value())
        .isCloseTo(100 * Math.sqrt(252) * STEP, within(1e-9));
  }

  @Test
  void shouldReadTheIndexAsPublished() {
    History history =
        new History().add(MadeUpPrices.daily("volatility/ovx", "2024-05-20", 30.5, 31.25, 33.75));

    assertThat(read(history, new OilVolatilityIndex(), new NoOptions()))
        .isEqualTo(Measured.of(33.75, Recorded.day("2024-05-22")));
  }

  @Test
  void shouldNotBelieveAVolatilityOfNothing() {
    History history =
        new History().add(MadeUpPrices.daily("volatility/ovx", "2024-05-20", 30.5, 0));

    assertThat(read(history, new OilVolatilityIndex(), new NoOptions()))
        .isEqualTo(
            NoData.suspect("'volatility/ovx' is 0.0 on 2024-05-21: a volatility is positive"));
  }

  @Test
  void shouldTakeTheRealisedVarianceOffTheExpectedOne() {
    double[] prices = zigzag(30);
    History history =
        prices(prices).add(MadeUpPrices.daily("volatility/ovx", "2024-01-01", moving(30, 40)));

    double expected = 0.4 * 0.4 * 21 / 252 - 21 * STEP * STEP;
    assertThat(measured(history, Defaults.PREMIUM, Defaults.PREMIUM_CONFIG, "2024-01-30").value())
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void shouldTakeReturnsUpToTheDayOfTheIndex() {
    double[] prices = zigzag(31);
    prices[30] = 140;
    History history =
        prices(prices).add(MadeUpPrices.daily("volatility/ovx", "2024-01-01", moving(30, 40)));

    Measured premium = measured(history, Defaults.PREMIUM, Defaults.PREMIUM_CONFIG, "2024-01-31");

    assertThat(premium.observedAt()).isEqualTo(Recorded.day("2024-01-30"));
    assertThat(premium.value()).isPositive();
  }

  @Test
  void shouldNotSquareANegativeVolatility() {
    History history =
        prices(zigzag(30)).add(MadeUpPrices.daily("volatility/ovx", "2024-01-01", moving(30, -40)));

    assertThat(history.read(Defaults.PREMIUM, Defaults.PREMIUM_CONFIG, Recorded.day("2024-01-30")))
        .isInstanceOfSatisfying(
            NoData.class,
            noData -> {
              assertThat(noData.isSuspect()).isTrue();
              assertThat(noData.reason()).endsWith("a volatility is positive");
            });
  }

  @Test
  void shouldFitOnceAMonth() {
    List<Measured> readings =
        RecordedViews.all()
            .replay(Defaults.ASYMMETRIC, Defaults.ASYMMETRIC_CONFIG, "2018-10-01", "2018-12-31");

    assertThat(readings)
        .extracting(reading -> reading.facts().get("fitted-to"))
        .containsOnly("2018-09-28", "2018-10-31", "2018-11-30");
    assertThat(readings)
        .filteredOn(reading -> "2018-10-31".equals(reading.facts().get("fitted-to")))
        .hasSizeGreaterThan(19)
        .extracting(reading -> reading.facts().get("log-likelihood"))
        .containsOnly(readings.get(30).facts().get("log-likelihood"));
  }

  @Test
  void shouldReadTheSameFromAFreshIndicatorAsFromOneThatRemembers() {
    RecordedViews views = RecordedViews.all();
    List<Measured> month =
        views.replay(Defaults.ASYMMETRIC, Defaults.ASYMMETRIC_CONFIG, "2018-11-01", "2018-11-30");

    Measured last = month.get(month.size() - 1);
    List<Measured> alone =
        views.replay(Defaults.ASYMMETRIC, Defaults.ASYMMETRIC_CONFIG, "2018-11-30", "2018-11-30");

    assertThat(alone).containsExactly(last);
  }

  @Test
  void shouldWaitUntilANegativePriceHasLeftItsWindow() {
    EwmaVolatilityConfig wti = new EwmaVolatilityConfig("oil/wti-spot", 100, 0.94);

    List<Measured> readings =
        RecordedViews.all().replay(Defaults.EWMA, wti, "2020-04-01", "2020-12-31");

    assertThat(readings)
        .extracting(Measured::observedAt)
        .contains(Recorded.day("2020-04-17"), Recorded.day("2020-09-14"))
        .noneMatch(
            day ->
                day.isAfter(Recorded.day("2020-04-17"))
                    && day.isBefore(Recorded.day("2020-09-10")));
  }

  /** Near a level, never twice the same, at the level on the last day. */
  private static double[] moving(int count, double level) {
    return IntStream.range(0, count).mapToDouble(i -> level + (count - 1 - i) / 1e3).toArray();
  }

  private static History prices(double... prices) {
    return new History().add(MadeUpPrices.daily("oil/brent-spot", "2024-01-01", prices));
  }

  private static <C extends Record> Measured measured(
      History history, IndicatorProvider<C> provider, C config) {
    return (Measured) read(history, provider, config);
  }

  private static <C extends Record> Measured measured(
      History history, IndicatorProvider<C> provider, C config, String day) {
    return (Measured) history.read(provider, config, Recorded.day(day));
  }

  private static <C extends Record> Reading read(
      History history, IndicatorProvider<C> provider, C config) {
    return history.read(provider, config, END);
  }
}
