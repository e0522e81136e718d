package org.muscat.energy;

import org.muscat.spi.Option;

/**
 * Options of {@code closure-probability}: those of {@code demand-risk-premium}, and the price of a
 * closure.
 *
 * @param shockPrice what oil would cost if the strait were closed, in the unit of the prices
 */
public record ClosureProbabilityConfig(
    @Option(
            doc = "What oil would cost if the strait were closed, in the unit of its prices.",
            defaultValue = "110",
            min = 0)
        double shockPrice,
    @Option(doc = "Daily prices of oil.", defaultValue = "oil/brent-spot") String oil,
    @Option(doc = "Daily prices of copper; any unit.", defaultValue = "metals/copper")
        String copper,
    @Option(doc = "Daily ten-year yield in %.", defaultValue = "rates/us-10y") String yield,
    @Option(doc = "Daily value of the dollar; any unit.", defaultValue = "fx/usd-broad")
        String dollar,
    @Option(
            doc = "Number of daily returns that the regression is over.",
            defaultValue = "250",
            min = 60,
            max = 2000)
        int window,
    @Option(
            doc = "Number of the newest residuals that make the premium.",
            defaultValue = "20",
            min = 1,
            max = 60)
        int days,
    @Option(
            doc = "Ridge penalty, as a share of the variance of each regressor.",
            defaultValue = "0.001",
            min = 0,
            max = 10)
        double ridge) {

  DemandRiskPremiumConfig premium() {
    return new DemandRiskPremiumConfig(oil, copper, yield, dollar, window, days, ridge);
  }
}
