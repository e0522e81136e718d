package org.muscat.energy;

import org.muscat.spi.Option;

/**
 * Options of {@code variance-risk-premium}.
 *
 * @param series daily prices, positive, in any unit
 * @param window how many returns
 */
public record VarianceRiskPremiumConfig(
    @Option(
            doc = "Daily prices whose realised variance is taken off; any unit.",
            defaultValue = "oil/brent-spot")
        String series,
    @Option(
            doc = "Number of daily returns, as many as the index looks ahead.",
            defaultValue = "21",
            min = 5,
            max = 252)
        int window) {}
