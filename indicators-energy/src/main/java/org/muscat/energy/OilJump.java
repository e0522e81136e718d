package org.muscat.energy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.toolkit.EwmaVariance;
import org.muscat.toolkit.Returns;

/**
 * E7, whether the price of oil jumped up, and oil alone: 1 if the newest return is above {@code
 * deviations} standard deviations by the exponentially weighted variance of the returns before it
 * and OVX/VIX (E5) is above the gate, else 0. The gate is a figure of the calibration window, so a
 * crisis does not raise it.
 */
final class OilJump implements IndicatorProvider<OilJumpConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofPrices(
        "oil-jump",
        "A jump of the oil price that other markets do not share",
        "0 or 1",
        "method, section 4, E7; Lee and Mykland (2008), Jumps in Financial Markets");
  }

  @Override
  public Class<OilJumpConfig> configType() {
    return OilJumpConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(OilJumpConfig config) {
    return SeriesNames.check("series", () -> inputs(config));
  }

  @Override
  public Inputs inputs(OilJumpConfig config) {
    return OilFear.with(
        Inputs.none().with(config.series(), DailyPrints.lookBack(config.window() + 1)));
  }

  @Override
  public Indicator create(OilJumpConfig config) {
    return Measurement.indicator(known -> read(known, config));
  }

  private static Measured read(SeriesView known, OilJumpConfig config) throws NoReadingException {
    Measured fear = OilFear.read(known);
    Series prices = DailyPrints.forReturns(known.series(config.series()), config.window() + 1);
    double[] returns = Returns.log(prices);
    double[] before = Arrays.copyOf(returns, config.window());
    double deviation = Math.sqrt(EwmaVariance.last(config.lambda(), before));
    boolean jump = returns[config.window()] > config.deviations() * deviation;
    boolean ofOil = fear.value() > config.gate();
    Instant older =
        fear.observedAt().isBefore(prices.lastTime()) ? fear.observedAt() : prices.lastTime();
    return Measured.of(jump && ofOil ? 1 : 0, older);
  }
}
