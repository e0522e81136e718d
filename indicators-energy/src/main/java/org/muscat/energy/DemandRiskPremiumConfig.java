package org.muscat.energy;

import org.muscat.spi.Option;

/**
 * Options of {@code demand-risk-premium}.
 *
 * @param oil daily prices of oil, positive; the premium is in their unit
 * @param copper daily prices of copper, positive, in any unit
 * @param yield a daily ten-year yield in %
 * @param dollar a daily value of the dollar, positive, in any unit
 * @param window how many returns the regression is over
 * @param days how many of the newest residuals make the premium
 * @param ridge the penalty, as a share of a regressor's variance
 */
public record DemandRiskPremiumConfig(
    @Option(
            doc = "Daily prices of oil; the premium is in their unit.",
            defaultValue = "oil/brent-spot")
        String oil,
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
        double ridge) {}
