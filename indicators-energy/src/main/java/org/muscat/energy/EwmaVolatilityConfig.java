package org.muscat.energy;

import org.muscat.spi.Option;

/**
 * Options of {@code ewma-volatility}.
 *
 * @param series daily prices, positive, in any unit
 * @param window how many returns
 * @param lambda what is left of a weight after a day
 */
public record EwmaVolatilityConfig(
    @Option(
            doc = "Daily prices whose volatility is measured; any unit.",
            defaultValue = "oil/brent-spot")
        String series,
    @Option(
            doc = "Number of daily returns that have a weight.",
            defaultValue = "100",
            min = 20,
            max = 2000)
        int window,
    @Option(
            doc = "What is left of the weight of a return after a day.",
            defaultValue = "0.94",
            min = 0.5,
            max = 0.999)
        double lambda) {}
