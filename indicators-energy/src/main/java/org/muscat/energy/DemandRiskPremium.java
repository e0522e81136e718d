package org.muscat.energy;

import java.time.Duration;
import java.time.Instant;
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
import org.muscat.toolkit.RidgeRegression;

/**
 * E1, the part of the oil price that the demand of the world does not explain: {@code P (1 -
 * exp(-sum e))} over the newest residuals of the daily returns of oil on those of copper and of the
 * dollar and on the change of the ten-year yield in %, from one day that all four have to the next.
 *
 * <p>In the unit of the oil price, which is part of the contract: the anchors are USD/bbl.
 */
final class DemandRiskPremium implements IndicatorProvider<DemandRiskPremiumConfig> {

  /**
   * What the oil price is made of.
   *
   * @param price of oil on the newest common day
   * @param premium of it, in the same unit
   */
  record Parts(double price, double premium, Instant observedAt) {}

  @Override
  public IndicatorDescriptor descriptor() {
    return Scales.ofSpotPrices(
        "demand-risk-premium",
        "Part of the oil price that demand does not explain",
        "USD/bbl",
        "method, section 4, E1; Hamilton (2014), Oil prices as an indicator of global economic"
            + " conditions; Hoerl and Kennard (1970), Ridge Regression");
  }

  @Override
  public Class<DemandRiskPremiumConfig> configType() {
    return DemandRiskPremiumConfig.class;
  }

  @Override
  public List<ConfigProblem> validate(DemandRiskPremiumConfig config) {
    return SeriesNames.check("oil", () -> inputs(config));
  }

  @Override
  public Inputs inputs(DemandRiskPremiumConfig config) {
    return inputsOf(config);
  }

  @Override
  public Indicator create(DemandRiskPremiumConfig config) {
    return Measurement.indicator(
        known -> {
          Parts parts = parts(known, config);
          return Measured.of(parts.premium(), parts.observedAt());
        });
  }

  static Inputs inputsOf(DemandRiskPremiumConfig config) {
    Duration lookBack = DailyPrints.lookBack(config.window());
    return Inputs.none()
        .with(config.oil(), lookBack)
        .with(config.copper(), lookBack)
        .with(config.yield(), lookBack)
        .with(config.dollar(), lookBack);
  }

  static Parts parts(SeriesView known, DemandRiskPremiumConfig config) throws NoReadingException {
    int window = config.window();
    Series oil = DailyPrints.news(known.series(config.oil()));
    Series copper = DailyPrints.news(known.series(config.copper()));
    Series yield = DailyPrints.unstuck(known.series(config.yield()));
    Series dollar = DailyPrints.news(known.series(config.dollar()));
    CommonDays days =
        CommonDays.newest(
            window + 1, List.of(oil, copper, yield, dollar), DailyPrints.lookBack(window).toDays());
    double[] response = logReturns(days, 0);
    double[][] regressors = {logReturns(days, 1), changes(days, 2), logReturns(days, 3)};
    RidgeRegression demand = fit(regressors, response, config);
    double unexplained = 0;
    for (int row = window - config.days(); row < window; row++) {
      unexplained += demand.residual(regressors, response, row);
    }
    double price = days.columns().get(0).lastValue();
    return new Parts(price, -price * Math.expm1(-unexplained), days.observedAt());
  }

  private static double[] logReturns(CommonDays days, int column) throws NoReadingException {
    return Returns.log(DailyPrints.believed(days.columns().get(column)));
  }

  private static double[] changes(CommonDays days, int column) throws NoReadingException {
    Series yield = Rates.believed(days.columns().get(column));
    double[] changes = new double[yield.size() - 1];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = yield.value(i + 1) - yield.value(i);
    }
    return changes;
  }

  private static RidgeRegression fit(
      double[][] regressors, double[] response, DemandRiskPremiumConfig config)
      throws NoReadingException {
    try {
      return RidgeRegression.fit(regressors, response, config.ridge());
    } catch (IllegalArgumentException e) {
      throw NoReadingException.because(
          "%d returns of '%s' on those of '%s' (0), '%s' (1) and '%s' (2)"
              .formatted(
                  config.window(), config.oil(), config.copper(), config.yield(), config.dollar()),
          e);
    }
  }
}
