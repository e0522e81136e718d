package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Reading;
import org.muscat.testkit.Recorded;

/** What must hold of every energy indicator, on made-up markets of fixed seeds. */
class IndicatorPropertiesTest {

  private static final Instant NOW = MadeUpMarkets.whenAllIsKnown();

  private record Kind<C extends Record>(IndicatorProvider<C> provider, C config) {

    Reading read(MadeUpMarkets markets, Instant asOf) {
      return markets.history().read(provider, config, asOf);
    }

    List<String> inputs() {
      return provider.inputs(config).all().stream().map(Inputs.Input::series).toList();
    }

    @Override
    public String toString() {
      return provider.descriptor().id();
    }
  }

  private static final List<Kind<?>> KINDS =
      List.of(
          new Kind<>(new RealisedVolatility(), new RealisedVolatilityConfig("oil/brent-spot", 20)),
          new Kind<>(new OilFear(), new NoOptions()),
          new Kind<>(new BrentWtiSpread(), new NoOptions()),
          new Kind<>(Defaults.EWMA, Defaults.EWMA_CONFIG),
          new Kind<>(new OilVolatilityIndex(), new NoOptions()),
          new Kind<>(Defaults.PREMIUM, Defaults.PREMIUM_CONFIG),
          new Kind<>(Defaults.JUMP, Defaults.JUMP_CONFIG),
          new Kind<>(Defaults.DEMAND, Defaults.DEMAND_CONFIG),
          new Kind<>(Defaults.CLOSURE, Defaults.CLOSURE_CONFIG),
          new Kind<>(Defaults.SPILLOVER, Defaults.SPILLOVER_CONFIG),
          new Kind<>(Defaults.BREAKEVEN, Defaults.BREAKEVEN_CONFIG),
          new Kind<>(new SupplyChainPressure(), new NoOptions()),
          new Kind<>(Defaults.ASYMMETRIC, Defaults.ASYMMETRIC_CONFIG),
          new Kind<>(Defaults.NOVELTY, Defaults.NOVELTY_CONFIG));

  static Stream<Arguments> kinds() {
    return LongStream.range(1, 4)
        .boxed()
        .flatMap(seed -> KINDS.stream().map(kind -> Arguments.of(kind, seed)));
  }

  /** Each kind with each of its inputs that does not match. */
  private static Stream<Arguments> inputsBut(String except) {
    return KINDS.stream()
        .flatMap(
            kind ->
                kind.inputs().stream()
                    .filter(series -> !series.matches(except))
                    .map(series -> Arguments.of(kind, series)));
  }

  /** Each kind with each of its inputs that is a price or a volatility index, and so has a unit. */
  static Stream<Arguments> markets() {
    return inputsBut("(rates|inflation|supply-chain|gpr)/.*");
  }

  /** A rate of inflation that repeats may well not have moved, and each month is a month. */
  static Stream<Arguments> repeated() {
    return inputsBut("(inflation|supply-chain)/.*");
  }

  /** Those of them whose reading has no unit of a price in it. */
  static Stream<Arguments> unitless() {
    return markets()
        .filter(arguments -> !arguments.get()[1].toString().startsWith("volatility/"))
        .filter(
            arguments ->
                !List.of("brent-wti-spread", "demand-risk-premium", "closure-probability")
                        .contains(arguments.get()[0].toString())
                    || !arguments.get()[1].toString().startsWith("oil/"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldNotSeeWhatBecameKnownLater(Kind<?> kind, long seed) {
    MadeUpMarkets markets = MadeUpMarkets.of(seed);
    Instant then = Recorded.day("2024-02-20");

    Reading reading = kind.read(markets, then);

    assertThat(reading).isInstanceOf(Measured.class);
    assertThat(kind.read(markets.only(one -> !one.knownAt().orElseThrow().isAfter(then)), then))
        .isEqualTo(reading);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldReadNothingWithoutAnyOneOfItsInputs(Kind<?> kind, long seed) {
    MadeUpMarkets markets = MadeUpMarkets.of(seed);

    for (String series : kind.inputs()) {
      assertThat(kind.read(markets.only(one -> !one.series().equals(series)), NOW))
          .as("without %s", series)
          .isInstanceOf(NoData.class);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldBeAsOldAsTheOldestOfItsInputs(Kind<?> kind, long seed) {
    MadeUpMarkets markets = MadeUpMarkets.of(seed);
    Instant end = Recorded.day("2024-03-08");
    Measured whole = (Measured) kind.read(markets, NOW);

    for (String series : kind.inputs()) {
      Reading less =
          kind.read(
              markets.only(one -> !one.series().equals(series) || !one.observedAt().isAfter(end)),
              NOW);

      assertThat(less)
          .as("without the newest of %s", series)
          .isInstanceOfSatisfying(
              Measured.class,
              measured ->
                  assertThat(measured.observedAt())
                      .isBeforeOrEqualTo(end)
                      .isBeforeOrEqualTo(whole.observedAt()));
    }
  }

  @ParameterizedTest
  @MethodSource("repeated")
  void shouldOnlyAgeByARepeatedPrint(Kind<?> kind, String series) {
    MadeUpMarkets markets = MadeUpMarkets.of(4);
    Reading before = kind.read(markets, NOW);
    MadeUpMarkets repeated = markets;
    List<Reading> after = new ArrayList<>();
    for (String day : List.of("2024-03-18", "2024-03-19", "2024-03-20", "2024-03-21")) {
      repeated = repeated.with(series, day, markets.newest(series));
      after.add(kind.read(repeated, NOW));
    }

    assertThat(before).isInstanceOf(Measured.class);
    assertThat(after).containsOnly(before);
  }

  @ParameterizedTest
  @MethodSource("markets")
  void shouldNotBelieveAMisplacedDecimalPoint(Kind<?> kind, String series) {
    MadeUpMarkets markets = MadeUpMarkets.of(5);

    for (double factor : new double[] {10, 0.1}) {
      Reading reading =
          kind.read(markets.with(series, MadeUpMarkets.LAST, factor * markets.newest(series)), NOW);

      assertThat(reading)
          .isInstanceOfSatisfying(
              NoData.class,
              noData -> {
                assertThat(noData.isSuspect()).isTrue();
                assertThat(noData.reason()).contains("misplaced decimal point", series);
              });
    }
  }

  /**
   * But for rounding: a factor that is no power of two changes the last bit of a return, which the
   * search for the most likely model amplifies.
   */
  @ParameterizedTest
  @MethodSource("unitless")
  void shouldNotDependOnTheUnitOfAPrice(Kind<?> kind, String series) {
    for (long seed = 6; seed < 9; seed++) {
      MadeUpMarkets markets = MadeUpMarkets.of(seed);

      Measured dollars = (Measured) kind.read(markets, NOW);
      Measured cents = (Measured) kind.read(markets.with(series, price -> 100 * price), NOW);

      assertThat(cents.value())
          .isCloseTo(dollars.value(), within(kind.provider() == Defaults.ASYMMETRIC ? 1e-3 : 1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldReadAllTheWayBack(Kind<?> kind, long seed) {
    MadeUpMarkets markets = MadeUpMarkets.of(seed);

    for (Instant asOf = Recorded.day("2023-06-05");
        asOf.isBefore(NOW);
        asOf = asOf.plus(Duration.ofDays(23))) {
      assertThat(kind.read(markets, asOf)).as("as of %s", asOf).isInstanceOf(Measured.class);
    }
  }
}
