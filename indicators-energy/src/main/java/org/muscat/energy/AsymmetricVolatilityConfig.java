package org.muscat.energy;

import org.muscat.spi.Option;

/**
 * Options of {@code asymmetric-volatility}.
 *
 * @param series daily prices, positive, in any unit
 * @param window how many returns the model is fitted to
 */
public record AsymmetricVolatilityConfig(
    @Option(
            doc = "Daily prices whose volatility is measured; any unit.",
            defaultValue = "oil/brent-spot")
        String series,
    @Option(
            doc =
                "Number of daily returns, up to the end of the last month, that the model is fitted to.",
            defaultValue = "1000",
            min = 250,
            max = 5000)
        int window) {}
