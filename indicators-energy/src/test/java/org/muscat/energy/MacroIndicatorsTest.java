package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Reading;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;

/** E1, E2, E9, E10 and E12: analytic cases, and what the recorded series show. */
class MacroIndicatorsTest {

  private final MadeUpMarkets markets = MadeUpMarkets.of(21);

  @Test
  void shouldBeInTheUnitOfThePrice() {
    double dollars = premium(markets);
    double cents = premium(markets.with("oil/brent-spot", price -> 100 * price));

    assertThat(cents).isCloseTo(100 * dollars, within(1e-9 * Math.abs(cents)));
  }

  @Test
  void shouldAddToThePremiumWhatDemandDoesNotExplain() {
    double price = markets.newest("oil/brent-spot");

    double calm = premium(markets);
    double shocked = premium(markets.with("oil/brent-spot", MadeUpMarkets.LAST, 1.1 * price));

    assertThat(shocked - calm).isBetween(0.07 * price, 0.11 * price);
  }

  @Test
  void shouldBeThePremiumAsAShareOfWhatAClosureAdds() {
    double price = markets.newest("oil/brent-spot") * 1.1;
    MadeUpMarkets shocked = markets.with("oil/brent-spot", MadeUpMarkets.LAST, price);
    double premium = premium(shocked);

    Measured probability = (Measured) closure(shocked, 110);

    assertThat(premium).isPositive();
    assertThat(probability.value()).isCloseTo(premium / (110 - (price - premium)), within(1e-12));
  }

  @Test
  void shouldClipTheProbability() {
    double price = markets.newest("oil/brent-spot");
    MadeUpMarkets fallen = markets.with("oil/brent-spot", MadeUpMarkets.LAST, 0.8 * price);
    MadeUpMarkets risen = markets.with("oil/brent-spot", MadeUpMarkets.LAST, 1.4 * price);

    assertThat(((Measured) closure(fallen, 2 * price)).value()).isZero();
    assertThat(((Measured) closure(risen, 1.3 * price)).value()).isEqualTo(1);
  }

  @Test
  void shouldSayWhenOilCostsAsMuchAsInAClosure() {
    assertThat(closure(markets, 20))
        .isInstanceOfSatisfying(
            NoData.class,
            noData ->
                assertThat(noData.reason())
                    .contains("no less than the 20.0 of a closure: raise shock-price"));
  }

  @Test
  void shouldSayWhichRegressorDoesNotMove() {
    AtomicInteger day = new AtomicInteger();
    MadeUpMarkets steady =
        markets.with("rates/us-10y", yield -> 2 + day.incrementAndGet() / 1024.0);

    assertThat(
            steady
                .history()
                .read(Defaults.DEMAND, Defaults.DEMAND_CONFIG, MadeUpMarkets.whenAllIsKnown()))
        .isEqualTo(
            new NoData(
                "250 returns of 'oil/brent-spot' on those of 'metals/copper' (0), 'rates/us-10y' (1)"
                    + " and 'fx/usd-broad' (2): regressor 1 is constant"));
  }

  @Test
  void shouldNotBelieveAYieldThatMovesByMoreThanAPointInADay() {
    double yield = markets.newest("rates/us-10y");
    MadeUpMarkets misplaced = markets.with("rates/us-10y", MadeUpMarkets.LAST, 10 * yield);

    for (Reading reading :
        List.of(
            misplaced
                .history()
                .read(Defaults.DEMAND, Defaults.DEMAND_CONFIG, MadeUpMarkets.whenAllIsKnown()),
            closure(misplaced, 110))) {
      assertThat(reading)
          .isInstanceOfSatisfying(
              NoData.class,
              noData -> {
                assertThat(noData.isSuspect()).isTrue();
                assertThat(noData.reason()).contains("'rates/us-10y' goes from", "in a day");
              });
    }
  }

  @Test
  void shouldRiseWhenMarketsShareTheirShocks() {
    double calm = spillover(markets);
    MadeUpMarkets coupled = markets.only(one -> !one.series().equals("volatility/vix"));
    for (Observation one : markets.history().observations()) {
      if (one.series().equals("volatility/ovx")
          && one.observedAt().isAfter(Recorded.day("2022-12-01"))) {
        double noise = 1 + 0.01 * Math.sin(one.value() * 1e6);
        coupled =
            coupled.with(
                "volatility/vix",
                one.observedAt().toString().substring(0, 10),
                one.value() * noise);
      }
    }

    assertThat(spillover(coupled)).isGreaterThan(calm + 5);
  }

  @Test
  void shouldWantTwoDifferentMarkets() {
    SpilloverConfig one =
        new SpilloverConfig(List.of("oil/brent-spot"), List.of(), 200, 2, 10, 0.94);
    SpilloverConfig twice =
        new SpilloverConfig(
            List.of("oil/brent-spot", "oil/brent-spot"), List.of(), 200, 2, 10, 0.94);

    for (SpilloverConfig config : List.of(one, twice)) {
      assertThat(Defaults.SPILLOVER.validate(config))
          .singleElement()
          .extracting(ConfigProblem::option)
          .isEqualTo("prices");
    }
  }

  @Test
  void shouldChangeInBasisPoints() {
    double[] rates = new double[21];
    Arrays.setAll(rates, day -> 2 + 0.01 * day);
    History history =
        new History().add(MadeUpPrices.daily("inflation/us-breakeven-10y", "2024-01-01", rates));

    Measured change =
        (Measured)
            history.read(Defaults.BREAKEVEN, Defaults.BREAKEVEN_CONFIG, Recorded.day("2024-01-21"));

    assertThat(change.value()).isCloseTo(20, within(1e-9));
  }

  @Test
  void shouldNotBelieveAPointInADay() {
    double[] rates = new double[21];
    Arrays.setAll(rates, day -> day == 20 ? 22.5 : 2.25 + day / 1e3);
    History history =
        new History().add(MadeUpPrices.daily("inflation/us-breakeven-10y", "2024-01-01", rates));

    assertThat(
            history.read(Defaults.BREAKEVEN, Defaults.BREAKEVEN_CONFIG, Recorded.day("2024-01-21")))
        .isInstanceOfSatisfying(NoData.class, noData -> assertThat(noData.isSuspect()).isTrue());
  }

  @Test
  void shouldLastFromOnePublicationToTheOneAfterTheNext() {
    SupplyChainPressure provider = new SupplyChainPressure();
    History history =
        new History().add(Observation.point("supply-chain/gscpi", Recorded.day("2024-01-01"), 0.4));

    assertThat(history.read(provider, new NoOptions(), Recorded.day("2024-04-09")))
        .isEqualTo(Measured.of(0.4, Recorded.day("2024-01-01")));
    assertThat(history.read(provider, new NoOptions(), Recorded.day("2024-04-11")))
        .isEqualTo(new NoData("'supply-chain/gscpi' has no value in the last 100 d"));
    assertThat(provider.descriptor().uncertainty().halfLife()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void shouldReadWhatGoesBeyondTheLoudestWeekOfTheYear() {
    double[] index = news(400, 100);
    weekOf(index, 200, 150);
    weekOf(index, 393, 170);

    assertThat(novelty(index)).isEqualTo(20);
    weekOf(index, 393, 140);
    assertThat(novelty(index)).isZero();
  }

  @Test
  void shouldForgetWhatIsOlderThanAYear() {
    double[] index = news(400, 100);
    weekOf(index, 0, 500);
    weekOf(index, 393, 170);

    assertThat(novelty(index)).isEqualTo(70);
  }

  /** A quiet day after a loud week, and then the same number of it again and again. */
  @Test
  void shouldNotCalmDownWhileItsSourceStandsStill() {
    double[] before = news(400, 100);
    weekOf(before, 392, 170);
    before[399] = 90;
    double[] after = Arrays.copyOf(before, 403);
    Arrays.fill(after, 400, 403, 90);

    assertThat(novelty(before)).isGreaterThan(40);
    assertThat(noveltyOf(after)).isEqualTo(noveltyOf(before));
  }

  @Test
  void shouldWantFiveDaysOfItsOwnAfterItsSourceStood() {
    double[] index = news(405, 100);
    Arrays.fill(index, 399, 404, 90);

    assertThat(noveltyOf(index))
        .isEqualTo(new NoData("the last week of 'gpr/all' has fewer than 5 days"));
  }

  @Test
  void shouldWantMostOfTheYear() {
    double[] index = news(340, 100);

    assertThat(noveltyOf(index))
        .isEqualTo(
            new NoData(
                "the year up to 2023-11-29 has 329 weekly means of 'gpr/all', 330 are needed"));
  }

  private static double premium(MadeUpMarkets markets) {
    return ((Measured)
            markets
                .history()
                .read(Defaults.DEMAND, Defaults.DEMAND_CONFIG, MadeUpMarkets.whenAllIsKnown()))
        .value();
  }

  private static Reading closure(MadeUpMarkets markets, double shockPrice) {
    ClosureProbabilityConfig config =
        new ClosureProbabilityConfig(
            shockPrice,
            "oil/brent-spot",
            "metals/copper",
            "rates/us-10y",
            "fx/usd-broad",
            250,
            20,
            0.001);
    return markets.history().read(Defaults.CLOSURE, config, MadeUpMarkets.whenAllIsKnown());
  }

  private static double spillover(MadeUpMarkets markets) {
    return ((Measured)
            markets
                .history()
                .read(
                    Defaults.SPILLOVER, Defaults.SPILLOVER_CONFIG, MadeUpMarkets.whenAllIsKnown()))
        .value();
  }

  /** Of no two equal days in a row, and with the level as the mean of any seven. */
  private static double[] news(int days, double level) {
    double[] index = new double[days];
    fill(index, 0, days, level);
    return index;
  }

  private static void weekOf(double[] index, int from, double level) {
    fill(index, from, from + 7, level);
  }

  private static void fill(double[] index, int from, int to, double level) {
    for (int day = from; day < to; day++) {
      index[day] = level + 0.5 * (day % 7 - 3);
    }
  }

  private static double novelty(double... index) {
    return ((Measured) noveltyOf(index)).value();
  }

  private static Reading noveltyOf(double... index) {
    return new History()
        .add(MadeUpPrices.daily("gpr/all", "2023-01-01", index))
        .read(
            Defaults.NOVELTY,
            Defaults.NOVELTY_CONFIG,
            Recorded.day("2023-01-01").plus(Duration.ofDays(index.length - 1)));
  }
}
