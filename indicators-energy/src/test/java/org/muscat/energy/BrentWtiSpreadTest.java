package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.testkit.History;
import org.muscat.testkit.Recorded;
import org.muscat.testkit.Risk;
import org.muscat.toolkit.Quantiles;

class BrentWtiSpreadTest {

  private final BrentWtiSpread provider = new BrentWtiSpread();
  private final NoOptions config = new NoOptions();

  /** AnchorTableTest holds the table; here days are left out that repeat the price before. */
  @Test
  void shouldStayCloseToTheTableOverTheLongWindow() {
    double[] readings = replay("2008-01-01", "2018-12-31");

    assertThat(Quantiles.quantile(0.10, readings)).isCloseTo(-1.95, within(0.005));
    assertThat(Quantiles.quantile(0.50, readings)).isCloseTo(3.37, within(0.005));
    assertThat(Quantiles.quantile(0.90, readings)).isCloseTo(17.6, within(0.05));
    assertThat(Quantiles.quantile(0.95, readings)).isCloseTo(20.7, within(0.06));
    assertThat(Quantiles.quantile(0.99, readings)).isCloseTo(26.4, within(0.15));
  }

  @Test
  void shouldHaveItsAnchorsFromTheYearsAfterTheGlut() {
    double[] readings = replay("2015-01-01", "2018-12-31");

    assertThat(provider.descriptor().scale().calm())
        .isCloseTo(Quantiles.quantile(0.10, readings), within(0.05));
    assertThat(provider.descriptor().scale().stressed())
        .isCloseTo(Quantiles.quantile(0.90, readings), within(0.06));
    assertThat(provider.descriptor().uncertainty().sigmaClim())
        .isCloseTo(Risk.spread(provider.descriptor().scale(), readings), within(0.1));
  }

  @Test
  void shouldStayExactWhenWtiIsNegative() {
    Measured reading = readAt("2020-04-20");

    assertThat(reading.value()).isCloseTo(17.36 + 36.98, within(1e-12));
    assertThat(reading.observedAt()).isEqualTo(Recorded.day("2020-04-20"));
  }

  /** 2025-05-05 was a holiday in London: WTI has a price, Brent none. */
  @Test
  void shouldTakeTheDayBeforeAHolidayOfOneMarket() {
    Measured reading = readAt("2025-05-05");

    assertThat(reading.observedAt()).isEqualTo(Recorded.day("2025-05-02"));
    assertThat(reading.value()).isEqualTo(readAt("2025-05-02").value());
  }

  @Test
  void shouldSubtractWhateverTheSigns() {
    History history =
        new History()
            .add(MadeUpPrices.daily("oil/brent-spot", "2024-01-01", 70, 20, -1))
            .add(MadeUpPrices.daily("oil/wti-spot", "2024-01-01", 71.5, -30, -2));

    assertThat(history.read(provider, config, Recorded.day("2024-01-01")))
        .isEqualTo(Measured.of(-1.5, Recorded.day("2024-01-01")));
    assertThat(history.read(provider, config, Recorded.day("2024-01-02")))
        .isEqualTo(Measured.of(50, Recorded.day("2024-01-02")));
    assertThat(history.read(provider, config, Recorded.day("2024-01-03")))
        .isEqualTo(Measured.of(1, Recorded.day("2024-01-03")));
  }

  @Test
  void shouldNotReadOneWithoutTheOther() {
    History history =
        new History()
            .add(MadeUpPrices.daily("oil/brent-spot", "2024-01-01", 70))
            .add(MadeUpPrices.daily("oil/wti-spot", "2024-01-01", 66));
    Instant asOf = Recorded.day("2024-01-02");

    assertThat(history.read(provider, config, asOf)).isInstanceOf(Measured.class);
    assertThat(history.without("oil/wti-spot").read(provider, config, asOf))
        .isInstanceOf(NoData.class);
    assertThat(history.without("oil/brent-spot").read(provider, config, asOf))
        .isInstanceOf(NoData.class);
  }

  @Test
  void shouldNotPairWhatIsOutOfReach() {
    History history = recorded("2025-04-01", "2025-04-30");

    assertThat(history.read(provider, config, Recorded.day("2025-06-20")))
        .isEqualTo(
            new NoData(
                "no day in the last 30 d has both 'oil/brent-spot' (0 values)"
                    + " and 'oil/wti-spot' (0 values)"));
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
        recorded("2020-01-01", "2025-06-30")
            .read(provider, config, RecordedPrices.whenKnown(isoDate));
  }

  private double[] replay(String from, String to) {
    return RecordedPrices.replay(recorded("2007-12-01", to), provider, config, from, to);
  }

  private static History recorded(String from, String to) {
    return RecordedPrices.between(from, to, List.of(RecordedPrices.brent(), RecordedPrices.wti()));
  }
}
