package org.muscat.energy;

import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;
import org.muscat.toolkit.EwmaVariance;
import org.muscat.toolkit.Returns;

/**
 * E3 with exponential weights: {@code 100 sqrt(252 s2)} in % p.a., {@code s2} the mean of the
 * squared returns with weights {@code lambda^age}. It answers a shock at once and forgets it
 * slowly, where {@link RealisedVolatility} forgets it on one day.
 */
final class EwmaVolatility implements IndicatorProvider<EwmaVolatilityConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "ewma-volatility",
        "Volatility of the oil price with exponential weights",
        "% p.a.",
        "method, section 4, E3; J.P. Morgan/Reuters (1996), RiskMetrics Technical Document, 5.2");
  }

  @Override
  public Class<EwmaVolatilityConfig> configType() {
    return EwmaVolatilityConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(EwmaVolatilityConfig config) {
    return SeriesNames.check("series", () -> inputs(config));
  }

  @Override
  public Inputs inputs(EwmaVolatilityConfig config) {
    return Inputs.none().with(config.series(), DailyPrints.lookBack(config.window()));
  }

  @Override
  public Indicator create(EwmaVolatilityConfig config) {
    return Measurement.indicator(known -> read(known.series(config.series()), config));
  }

  private static Measured read(Series known, EwmaVolatilityConfig config)
      throws NoReadingException {
    Series prices = DailyPrints.forReturns(known, config.window());
    double variance = EwmaVariance.last(config.lambda(), Returns.log(prices));
    return Measured.of(Returns.annualVolatility(variance), prices.lastTime());
  }
}
