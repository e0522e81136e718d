package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.spi.KnownBasis;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.Risk;
import org.muscat.toolkit.Quantiles;

class RealisedVolatilityTest {

  private final RealisedVolatility provider = new RealisedVolatility();
  private final RealisedVolatilityConfig config = brent(20);

  /** AnchorTableTest holds the table; here 39 days are left out, which repeat the price before. */
  @Test
  void shouldStayCloseToTheAnchorTable() {
    double[] readings = replay("2008-01-01", "2018-12-31");

    assertThat(readings).hasSize(2739);
    assertThat(Quantiles.quantile(0.10, readings)).isCloseTo(15.48, within(0.03));
    assertThat(Quantiles.quantile(0.50, readings)).isCloseTo(28.45, within(0.02));
    assertThat(Quantiles.quantile(0.90, readings)).isCloseTo(48.02, within(0.1));
    assertThat(Quantiles.quantile(0.95, readings)).isCloseTo(62.69, within(0.13));
    assertThat(Quantiles.quantile(0.99, readings)).isCloseTo(91.86, within(0.07));
  }

  @Test
  void shouldDeclareTheSpreadOfItsRiskInTheCalibrationWindow() {
    double sigma = Risk.spread(provider.descriptor().scale(), replay("2008-01-01", "2018-12-31"));

    assertThat(provider.descriptor().uncertainty().sigmaClim()).isCloseTo(sigma, within(0.1));
  }

  @Test
  void shouldReadTheTwelveDayWar() {
    assertThat(readAt("2025-06-12").value()).isCloseTo(28.1524, within(1e-4));
    assertThat(readAt("2025-06-13").value()).isCloseTo(36.6616, within(1e-4));
    assertThat(readAt("2025-06-30").value()).isCloseTo(50.1783, within(1e-4));
    assertThat(readAt("2025-06-30").observedAt()).isEqualTo(Recorded.day("2025-06-30"));
  }

  @Test
  void shouldReadThursdayUntilFridayIsPublishedOnMonday() {
    History history = recorded("2025-04-01", "2025-06-30");

    Measured saturday =
        (Measured) history.read(provider, config, Instant.parse("2025-06-14T12:00:00Z"));

    assertThat(saturday.observedAt()).isEqualTo(Recorded.day("2025-06-12"));
  }

  @Test
  void shouldNotSeeWhatBecameKnownLater() {
    Instant asOf = RecordedPrices.whenKnown("2025-06-12");
    History upToThen = recorded("2025-04-01", "2025-06-12");
    History withHindsight =
        recorded("2025-04-01", "2025-06-30")
            .add(
                Observation.point("oil/brent-spot", Recorded.day("2025-06-11"), 999)
                    .knownAt(asOf.plusSeconds(1), KnownBasis.PUBLISHED));

    assertThat(withHindsight.read(provider, config, asOf))
        .isEqualTo(upToThen.read(provider, config, asOf))
        .isInstanceOf(Measured.class);
  }

  @Test
  void shouldNotDependOnTheUnitOfThePrice() {
    double[] dollars = MadeUpPrices.random(30, 30);
    double[] cents = Arrays.stream(dollars).map(price -> 100 * price).toArray();

    assertThat(readMadeUp(cents).value()).isCloseTo(readMadeUp(dollars).value(), within(1e-9));
  }

  @Test
  void shouldForgetReturnsBeforeItsWindow() {
    double[] prices = MadeUpPrices.random(31, 30);
    double[] other = prices.clone();
    other[30 - 22] *= 2;

    assertThat(readMadeUp(other)).isEqualTo(readMadeUp(prices));
    other[30 - 21] *= 2;
    assertThat(readMadeUp(other).value()).isNotEqualTo(readMadeUp(prices).value());
  }

  @Test
  void shouldSayHowManyPricesAreMissing() {
    History history =
        new History()
            .add(MadeUpPrices.daily("oil/brent-spot", "2024-01-01", MadeUpPrices.random(32, 20)));

    assertThat(history.read(provider, config, Recorded.day("2024-02-01")))
        .isEqualTo(
            new NoData("20 returns of 'oil/brent-spot' need 21 prices within 54 d, 20 are known"));
    assertThat(new History().read(provider, config, Recorded.day("2024-02-01")))
        .isInstanceOf(NoData.class);
  }

  @Test
  void shouldSayWhichPriceHasNoLogReturn() {
    History history =
        RecordedPrices.between("2020-03-01", "2020-05-29", List.of(RecordedPrices.wti()));
    RealisedVolatilityConfig wti = new RealisedVolatilityConfig("oil/wti-spot", 20);

    assertThat(history.read(provider, wti, RecordedPrices.whenKnown("2020-04-24")))
        .isEqualTo(
            new NoData(
                "'oil/wti-spot' on 2020-04-20 is -36.98:"
                    + " a price that is not positive has no log return"));
    assertThat(history.read(provider, wti, RecordedPrices.whenKnown("2020-05-29")))
        .isInstanceOf(Measured.class);
  }

  @Test
  void shouldDeclareEnoughLookBackForItsWindow() {
    History history = recorded("1987-05-20", "2025-06-30");

    for (int window : new int[] {2, 5, 20, 60, 250, 1000}) {
      assertThat(history.read(provider, brent(window), Recorded.day("2025-01-02")))
          .isInstanceOf(Measured.class);
    }
  }

  @Test
  void shouldNameAMalformedSeries() {
    RealisedVolatilityConfig malformed = new RealisedVolatilityConfig("Brent", 20);

    assertThat(provider.validate(config)).isEmpty();
    assertThat(provider.validate(malformed))
        .singleElement()
        .satisfies(problem -> assertThat(problem.option()).isEqualTo("series"))
        .satisfies(problem -> assertThat(problem.message()).contains("'Brent'"));
  }

  @Test
  void shouldWearOffAsPricesDo() {
    assertThat(provider.descriptor().uncertainty().sigma0()).isEqualTo(3);
    assertThat(provider.descriptor().uncertainty().halfLife()).isEqualTo(Duration.ofDays(1));
    assertThat(provider.descriptor().uncertainty().maxAge()).isEqualTo(Duration.ofDays(14));
  }

  private Measured readMadeUp(double... prices) {
    return (Measured)
        new History()
            .add(MadeUpPrices.daily("oil/brent-spot", "2024-01-01", prices))
            .read(provider, config, Recorded.day("2024-02-01"));
  }

  private Measured readAt(String isoDate) {
    return (Measured)
        recorded("2025-04-01", "2025-06-30")
            .read(provider, config, RecordedPrices.whenKnown(isoDate));
  }

  private double[] replay(String from, String to) {
    return RecordedPrices.replay(recorded("2007-10-01", to), provider, config, from, to);
  }

  private static History recorded(String from, String to) {
    return RecordedPrices.between(from, to, List.of(RecordedPrices.brent()));
  }

  private static RealisedVolatilityConfig brent(int window) {
    return new RealisedVolatilityConfig("oil/brent-spot", window);
  }
}
