package org.muscat.energy;

import java.util.List;
import org.muscat.spi.ConfigProblem;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.toolkit.Returns;

/**
 * E6, what options pay for beyond what happened: {@code (OVX/100)^2 window/252 - sum r^2}, the
 * returns being the last ones up to the day of OVX. A variance over the window, as a fraction.
 *
 * <p>It rises while a danger is feared and falls below zero once prices move more than was feared,
 * so in the midst of a crisis it reads calm: a model needs a realised volatility beside it.
 */
final class VarianceRiskPremium implements IndicatorProvider<VarianceRiskPremiumConfig> {

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "variance-risk-premium",
        "Variance of oil that is expected, over what was realised",
        "variance",
        "method, section 4, E6; Bollerslev, Tauchen and Zhou (2009), Expected Stock Returns and"
            + " Variance Risk Premia");
  }

  @Override
  public Class<VarianceRiskPremiumConfig> configType() {
    return VarianceRiskPremiumConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(VarianceRiskPremiumConfig config) {
    return SeriesNames.check("series", () -> inputs(config));
  }

  @Override
  public Inputs inputs(VarianceRiskPremiumConfig config) {
    return Inputs.none()
        .with(VolatilityIndices.OVX, Prices.PAIR_LOOK_BACK)
        .with(config.series(), DailyPrints.lookBack(config.window()).plus(Prices.PAIR_LOOK_BACK));
  }

  @Override
  public Indicator create(VarianceRiskPremiumConfig config) {
    return Measurement.indicator(known -> read(known, config));
  }

  private static Measured read(SeriesView known, VarianceRiskPremiumConfig config)
      throws NoReadingException {
    Series index = VolatilityIndices.prints(known.series(VolatilityIndices.OVX));
    Series prices = DailyPrints.news(known.series(config.series()));
    DailyPair pair = DailyPair.latest(index, prices, Prices.PAIR_LOOK_BACK);
    double[] returns =
        Returns.log(DailyPrints.forReturns(DailyPrints.upTo(prices, pair.day()), config.window()));
    double realised = 0;
    for (double value : returns) {
      realised += value * value;
    }
    double expected = pair.first() / 100;
    return Measured.of(
        expected * expected * config.window() / Returns.TRADING_DAYS - realised, pair.observedAt());
  }
}
