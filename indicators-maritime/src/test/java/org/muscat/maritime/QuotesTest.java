package org.muscat.maritime;

import static org.assertj.core.api.Assertions.within;
import static org.muscat.contract.MuscatAssertions.assertThat;
import static org.muscat.contract.TestSeries.series;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muscat.contract.IndicatorTestKit;
import org.muscat.spi.Measured;
import org.muscat.spi.Reading;
import org.muscat.testkit.Risk;

/** What insurers and charterers ask. */
class QuotesTest {

  private static final String HULL = "war-risk/hormuz/hull";
  private static final String FREIGHT = "freight/td3c";

  private final IndicatorTestKit<StraitConfig> premium =
      IndicatorTestKit.of(new WarRiskPremium()).config("strait: hormuz");
  private final IndicatorTestKit<TankerFreightConfig> freight =
      IndicatorTestKit.of(new TankerFreight());

  /** Method, section 4, M8: {@code 100 ln(1 + p/.125)/ln(1 + 10/.125)}, at most 100. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0.125, 15.773", "1, 50", "10, 100", "20, 100"})
  void shouldGiveAPremiumTheRiskOfTheMethod(double percent, double risk) {
    Reading reading = premium.given(series(HULL).at("2024-03-01", percent)).at("2024-03-02").read();

    assertThat(reading).isMeasured().hasFact("percent-of-hull", Double.toString(percent));
    assertThat(Risk.of(new WarRiskPremium().descriptor().scale(), ((Measured) reading).value()))
        .isCloseTo(risk, within(1e-3));
  }

  @Test
  void shouldNotBelieveANegativePremium() {
    Reading reading = premium.given(series(HULL).at("2024-03-01", -0.1)).at("2024-03-02").read();

    assertThat(reading).hasNoDataBecause("correct the file");
  }

  @Test
  void shouldNotTakeAnOldQuoteForAQuietStrait() {
    Reading reading = premium.given(series(HULL).at("2024-03-01", 1)).at("2024-05-01").read();

    assertThat(reading).hasNoDataBecause("no quote");
  }

  @Test
  void shouldScoreAFreightRateAgainstThoseBeforeIt() {
    Reading reading =
        freight
            .given(
                series(FREIGHT)
                    .daily("2023-01-01", 200, day -> 50 + day % 5)
                    .at("2023-07-20", 52 + 1.4826))
            .at("2023-07-20")
            .read();

    assertThat(reading).isMeasured(1, 1e-12).hasFact("baseline-rates", "200").isPartial();
  }

  /** A year at three times the usual rate. */
  @Test
  void shouldNotLearnACrisisOfFreight() {
    Reading reading =
        freight
            .given(
                series(FREIGHT)
                    .daily("2022-01-01", 900, day -> day < 500 ? 50 + day % 5 : 150 + day % 5))
            .at("2024-06-18")
            .read();

    assertThat(reading).isMeasured(4).hasFact("frozen-since", "2023-05-16");
  }

  @ParameterizedTest
  @CsvSource({"100, a score needs 120", "0, no rate"})
  void shouldNotScoreAgainstTooFewRates(int rates, String reason) {
    Reading reading =
        freight
            .given(series(FREIGHT).daily("2023-01-01", rates, day -> 50 + day % 5))
            .at("2024-01-01")
            .read();

    assertThat(reading).hasNoDataBecause(reason);
  }

  @Test
  void shouldNotScoreAgainstARateThatNeverMoves() {
    Reading reading =
        freight.given(series(FREIGHT).daily("2023-01-01", 300, day -> 50)).at("2023-10-27").read();

    assertThat(reading).hasNoDataBecause("no spread");
  }
}
