package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Observation;
import org.muscat.spi.Scale;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.Risk;
import org.muscat.toolkit.Quantiles;

class OilFearTest {

  private final OilFear provider = new OilFear();
  private final NoOptions config = new NoOptions();

  @Test
  void shouldReproduceTheAnchorTable() {
    double[] readings = replay();

    assertThat(readings).hasSizeGreaterThan(2700);
    assertThat(Quantiles.quantile(0.10, readings)).isCloseTo(1.33, within(0.005));
    assertThat(Quantiles.quantile(0.50, readings)).isCloseTo(1.81, within(0.005));
    assertThat(Quantiles.quantile(0.90, readings)).isCloseTo(2.94, within(0.005));
    assertThat(Quantiles.quantile(0.95, readings)).isCloseTo(3.18, within(0.005));
    assertThat(Quantiles.quantile(0.99, readings)).isCloseTo(3.65, within(0.005));
  }

  @Test
  void shouldDeclareTheSpreadOfItsRiskInTheCalibrationWindow() {
    double sigma = Risk.spread(provider.descriptor().scale(), replay());

    assertThat(provider.descriptor().uncertainty().sigmaClim()).isCloseTo(sigma, within(0.1));
    assertThat(provider.descriptor().scale()).isEqualTo(Scale.logLogistic(1.33, 2.94));
  }

  @Test
  void shouldReadTheTwelveDayWar() {
    assertThat(readAt("2025-06-12").value()).isCloseTo(2.517758, within(1e-6));
    assertThat(readAt("2025-06-20").value()).isCloseTo(3.136275, within(1e-6));
  }

  @Test
  void shouldTakeTheLatestDayOnWhichBothAreKnown() {
    Instant asOf = Instant.parse("2025-06-12T00:00:00Z");
    History history =
        new History()
            .add(Observation.point("volatility/ovx", Recorded.day("2025-06-09"), 40))
            .add(Observation.point("volatility/vix", Recorded.day("2025-06-09"), 20))
            .add(Observation.point("volatility/ovx", Recorded.day("2025-06-10"), 60))
            .add(Observation.point("volatility/vix", Recorded.day("2025-06-11"), 10));

    assertThat(history.read(provider, config, asOf))
        .isEqualTo(Measured.of(2, Recorded.day("2025-06-09")));
  }

  @Test
  void shouldNotReadOneWithoutTheOther() {
    History history = recorded("2025-04-01", "2025-06-30");
    Instant asOf = RecordedPrices.whenKnown("2025-06-20");

    assertThat(history.without("volatility/vix").read(provider, config, asOf))
        .isEqualTo(
            new NoData(
                "no day in the last 30 d has both 'volatility/ovx' (18 values)"
                    + " and 'volatility/vix' (0 values)"));
    assertThat(history.without("volatility/ovx").read(provider, config, asOf))
        .isInstanceOf(NoData.class);
  }

  @Test
  void shouldNotDivideByNothing() {
    Instant day = Recorded.day("2025-06-09");
    History history =
        new History()
            .add(Observation.point("volatility/ovx", day, 40))
            .add(Observation.point("volatility/vix", day, 0));

    assertThat(history.read(provider, config, day))
        .isEqualTo(
            NoData.suspect("'volatility/vix' is 0.0 on 2025-06-09: a volatility is positive"));
  }

  /** VIX has no print on the last two days, so the pair is of a day before them. */
  @Test
  void shouldNotPairAMisplacedDecimalPointThatIsNotOfTheNewestDays() {
    History history =
        new History()
            .add(MadeUpPrices.daily("volatility/ovx", "2025-06-02", 38, 39, 400, 41, 42))
            .add(MadeUpPrices.daily("volatility/vix", "2025-06-02", 18, 19, 20));

    assertThat(history.read(provider, config, Recorded.day("2025-06-06")))
        .isEqualTo(
            NoData.suspect(
                "'volatility/ovx' goes from 39.0 to 400.0 on 2025-06-04: a misplaced decimal point,"
                    + " until it is revised or leaves the window"));
  }

  @Test
  void shouldNotSeeWhatBecameKnownLater() {
    Instant asOf = RecordedPrices.whenKnown("2025-06-12");

    assertThat(recorded("2025-04-01", "2025-06-30").read(provider, config, asOf))
        .isEqualTo(recorded("2025-04-01", "2025-06-12").read(provider, config, asOf))
        .isInstanceOf(Measured.class);
  }

  private Measured readAt(String isoDate) {
    return (Measured)
        recorded("2025-04-01", "2025-06-30")
            .read(provider, config, RecordedPrices.whenKnown(isoDate));
  }

  private double[] replay() {
    return RecordedPrices.replay(
        recorded("2007-12-01", "2018-12-31"), provider, config, "2008-01-01", "2018-12-31");
  }

  private static History recorded(String from, String to) {
    return RecordedPrices.between(from, to, List.of(RecordedPrices.ovx(), RecordedPrices.vix()));
  }
}
