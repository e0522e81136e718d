package org.muscat.energy;

import java.time.Instant;
import java.util.List;
import org.muscat.spi.Series;
import org.muscat.spi.SeriesView;
import org.muscat.toolkit.Returns;
import org.muscat.toolkit.RidgeRegression;

/**
 * What of the oil price demand does not explain, as {@link DemandRiskPremium} says. E1 and E2 ask
 * for the same, so the last few are remembered by the series that they are of. Safe for any thread.
 */
final class Premiums {

  /**
   * What the oil price is made of.
   *
   * @param price of oil on the newest common day
   * @param premium of it, in the same unit
   */
  record Parts(double price, double premium, Instant observedAt) {}

  /** All that parts are a function of. */
  private record Markets(
      DemandRiskPremiumConfig config, Series oil, Series copper, Series yield, Series dollar) {}

  private final Recent<Markets, Parts> recent = new Recent<>();

  /** The parts of the oil price as far as is known. */
  Parts of(SeriesView known, DemandRiskPremiumConfig config) throws NoReadingException {
    Markets markets =
        new Markets(
            config,
            known.series(config.oil()),
            known.series(config.copper()),
            known.series(config.yield()),
            known.series(config.dollar()));
    Parts parts = recent.get(markets);
    return parts == null ? recent.put(markets, parts(markets, config)) : parts;
  }

  private static Parts parts(Markets markets, DemandRiskPremiumConfig config)
      throws NoReadingException {
    int window = config.window();
    List<Series> prints =
        List.of(
            DailyPrints.news(markets.oil()),
            DailyPrints.news(markets.copper()),
            DailyPrints.unstuck(markets.yield()),
            DailyPrints.news(markets.dollar()));
    CommonDays days = CommonDays.newest(window + 1, prints, DailyPrints.lookBack(window).toDays());
    double[] response = logReturns(days, 0);
    double[][] regressors = {logReturns(days, 1), changes(days, 2), logReturns(days, 3)};
    RidgeRegression demand = fit(regressors, response, config);
    double unexplained = 0;
    for (int row = window - config.days(); row < window; row++) {
      unexplained += demand.residual(regressors, response, row);
    }
    double[] prices = days.values(0);
    double price = prices[prices.length - 1];
    return new Parts(price, -price * Math.expm1(-unexplained), days.observedAt());
  }

  private static double[] logReturns(CommonDays days, int column) throws NoReadingException {
    return Returns.log(DailyPrints.believed(days.column(column)));
  }

  private static double[] changes(CommonDays days, int column) throws NoReadingException {
    Series yield = Rates.believed(days.column(column));
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
