package org.muscat.energy;

import org.muscat.spi.Option;

/**
 * Options of {@code realised-volatility}.
 *
 * @param series daily prices, positive, in any unit
 * @param window how many returns
 */
public record RealisedVolatilityConfig(
    @Option(
            doc = "Daily prices whose volatility is measured; any unit.",
            defaultValue = "oil/brent-spot")
        String series,
    @Option(
            doc = "Number of daily returns that the volatility is taken over.",
            defaultValue = "20",
            min = 2,
            max = 2000)
        int window) {}
