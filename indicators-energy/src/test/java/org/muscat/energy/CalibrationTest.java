package org.muscat.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.muscat.spi.Calibration;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Measured;
import org.muscat.testkit.Risk;
import org.muscat.toolkit.Quantiles;

/** The figures of the scale file, computed again from the recorded data of their window. */
class CalibrationTest {

  /** Half of the fourth digit. */
  private static final double FOUR_DIGITS = 5e-4;

  /** The table of the method has all days, the readings leave out those that repeat a print. */
  private static final double OF_THE_TABLE = 6e-3;

  /** Each with how many readings there must be at least. */
  static Stream<Arguments> percentiles() {
    return Stream.of(
        Arguments.of(Defaults.EWMA, Defaults.EWMA_CONFIG, 2700, FOUR_DIGITS),
        Arguments.of(new OilVolatilityIndex(), new NoOptions(), 2700, OF_THE_TABLE),
        Arguments.of(Defaults.PREMIUM, Defaults.PREMIUM_CONFIG, 2600, FOUR_DIGITS),
        Arguments.of(Defaults.SPILLOVER, Defaults.SPILLOVER_CONFIG, 2300, FOUR_DIGITS),
        Arguments.of(Defaults.ASYMMETRIC, Defaults.ASYMMETRIC_CONFIG, 2700, FOUR_DIGITS));
  }

  static Stream<Arguments> choices() {
    return Stream.of(
        Arguments.of(Defaults.BREAKEVEN, Defaults.BREAKEVEN_CONFIG, 2600),
        Arguments.of(new SupplyChainPressure(), new NoOptions(), 131),
        Arguments.of(Defaults.NOVELTY, Defaults.NOVELTY_CONFIG, 4000));
  }

  @ParameterizedTest
  @MethodSource("percentiles")
  <C extends Record> void shouldComputeAnchorsAgain(
      IndicatorProvider<C> provider, C config, int fewest, double precision) {
    double[] readings = readings(provider, config);

    IndicatorDescriptor descriptor = provider.descriptor();
    double low = Quantiles.quantile(Calibration.CALM, readings);
    double high = Quantiles.quantile(Calibration.STRESSED, readings);
    assertThat(readings).hasSizeGreaterThan(fewest);
    assertThat(descriptor.scale().calm()).isCloseTo(low, within(precision * Math.abs(low)));
    assertThat(descriptor.scale().stressed()).isCloseTo(high, within(precision * high));
    assertThat(descriptor.uncertainty().sigmaClim())
        .isCloseTo(Risk.spread(descriptor.scale(), readings), within(0.06));
    assertThat(descriptor.calibration().orElseThrow().origin())
        .isEqualTo(Calibration.Origin.PERCENTILES);
  }

  @ParameterizedTest
  @MethodSource("choices")
  <C extends Record> void shouldComputeTheSpreadOfChosenAnchorsAgain(
      IndicatorProvider<C> provider, C config, int fewest) {
    double[] readings = readings(provider, config);

    IndicatorDescriptor descriptor = provider.descriptor();
    assertThat(readings).hasSizeGreaterThan(fewest);
    assertThat(descriptor.uncertainty().sigmaClim())
        .isCloseTo(Risk.spread(descriptor.scale(), readings), within(0.06));
    assertThat(descriptor.calibration().orElseThrow().origin())
        .isEqualTo(Calibration.Origin.CHOICE);
  }

  @Test
  void shouldGateJumpsByTheEightiethPercentileOfFear() {
    double[] ratios =
        RecordedViews.all()
            .replay(new OilFear(), new NoOptions(), "2008-01-01", "2018-12-31")
            .stream()
            .mapToDouble(Measured::value)
            .toArray();

    assertThat(Defaults.JUMP_CONFIG.gate())
        .isCloseTo(Quantiles.quantile(0.80, ratios), within(0.005));
  }

  @Test
  void shouldFindNoJumpOfOilAloneInTheWindow() {
    assertThat(readings(Defaults.JUMP, Defaults.JUMP_CONFIG))
        .hasSizeGreaterThan(2600)
        .containsOnly(0);
  }

  private static <C extends Record> double[] readings(IndicatorProvider<C> provider, C config) {
    Calibration calibration = provider.descriptor().calibration().orElseThrow();
    List<Measured> readings =
        RecordedViews.all()
            .replay(provider, config, calibration.from().toString(), calibration.to().toString());
    return readings.stream().mapToDouble(Measured::value).toArray();
  }
}
