package org.muscat.energy;

import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;
import org.muscat.toolkit.Returns;

/**
 * E3, realised volatility of a daily price: {@code 100 sqrt(252 mean r^2)} over the last returns
 * from one observed day to the next, in % p.a.
 */
final class RealisedVolatility implements IndicatorProvider<RealisedVolatilityConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "realised-volatility",
        "Realised volatility of the oil price",
        "% p.a.",
        "method, section 4, E3; J.P. Morgan/Reuters (1996), RiskMetrics Technical Document");
  }

  @Override
  public Class<RealisedVolatilityConfig> configType() {
    return RealisedVolatilityConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(RealisedVolatilityConfig config) {
    return SeriesNames.check("series", () -> inputs(config));
  }

  @Override
  public Inputs inputs(RealisedVolatilityConfig config) {
    return Inputs.none().with(config.series(), DailyPrints.lookBack(config.window()));
  }

  @Override
  public Indicator create(RealisedVolatilityConfig config) {
    return Measurement.indicator(known -> read(known.series(config.series()), config.window()));
  }

  private static Measured read(Series known, int window) throws NoReadingException {
    Series prices = DailyPrints.forReturns(known, window);
    return Measured.of(Returns.realisedVolatility(Returns.log(prices)), prices.lastTime());
  }
}
