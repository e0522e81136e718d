package org.muscat.contract;

import static org.muscat.contract.MuscatAssertions.assertThat;
import static org.muscat.contract.MuscatAssertions.assertThatThrownBy;
import static org.muscat.contract.TestSeries.series;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.muscat.contract.gas.GasFear;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;

class IndicatorTestKitTest {

  private static final TestSeries PRICES = series("gas/ttf").daily("2024-01-01", 30, 31, 35);

  @Test
  void shouldReadTheNewestMoment() {
    IndicatorTestKit<?> kit = IndicatorTestKit.of(new GasFear()).given(PRICES);

    assertThat(kit.read()).isMeasured(33).wasObservedAt("2024-01-03");
  }

  @Test
  void shouldReadWithOptionsAtAMoment() {
    IndicatorTestKit<?> kit =
        IndicatorTestKit.of(new GasFear()).config("window: 1").given(PRICES).at("2024-01-02");

    assertThat(kit.read()).isMeasured(31);
  }

  @Test
  void shouldNotSeeWhatIsKnownLater() {
    IndicatorTestKit<?> kit =
        IndicatorTestKit.of(new GasFear())
            .given(PRICES.knownAfter(Duration.ofDays(2)))
            .at("2024-01-03");

    assertThat(kit.read()).hasNoDataBecause("1 of 2 days");
  }

  @Test
  void shouldRefuseAConfigurationThatDoesNotFit() {
    IndicatorTestKit<?> kit = IndicatorTestKit.of(new GasFear()).config("windw: 1").given(PRICES);

    assertThatThrownBy(kit::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'windw'")
        .hasMessageContaining("window");
  }

  @Test
  void shouldRefuseAMomentThatIsNone() {
    IndicatorTestKit<?> kit = IndicatorTestKit.of(new GasFear());

    assertThatThrownBy(() -> kit.at("yesterday"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'yesterday' is neither a date");
  }

  @Test
  void shouldSayWhatWasReadInstead() {
    Measured measured = Measured.of(5, Moments.of("2024-01-01"));

    assertThatThrownBy(() -> assertThat(measured).isMeasured(6))
        .hasMessageContaining("it measures 5.0, not 6.0");
    assertThatThrownBy(() -> assertThat(measured).isPartial()).hasMessageContaining("5.0");
    assertThatThrownBy(() -> assertThat(measured).hasFact("status", "open"))
        .hasMessageContaining("status: open");
    assertThatThrownBy(() -> assertThat(measured).wasObservedAt("2024-01-02"))
        .hasMessageContaining("2024-01-01");
    assertThatThrownBy(() -> assertThat(measured).hasNoDataBecause("gas"))
        .hasMessageContaining("it measures 5.0");
    assertThatThrownBy(() -> assertThat(new NoData("no gas")).isMeasured())
        .hasMessageContaining("no gas");
    assertThatThrownBy(() -> assertThat(new NoData("no gas")).hasNoDataBecause("no oil"))
        .hasMessageContaining("no oil");
  }
}
