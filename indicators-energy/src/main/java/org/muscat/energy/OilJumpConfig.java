package org.muscat.energy;

import org.muscat.spi.Option;

/**
 * Options of {@code oil-jump}.
 *
 * @param series daily prices, positive, in any unit
 * @param window how many returns before one its size is judged by
 * @param lambda what is left of a weight after a day
 * @param deviations how many standard deviations make a jump
 * @param gate OVX/VIX above which a jump is put down to oil
 * @param days how many of the last observed days are looked at
 */
public record OilJumpConfig(
    @Option(doc = "Daily prices whose jumps are told; any unit.", defaultValue = "oil/brent-spot")
        String series,
    @Option(
            doc = "Number of daily returns that the size of the next is judged by.",
            defaultValue = "100",
            min = 20,
            max = 2000)
        int window,
    @Option(
            doc = "What is left of the weight of a return after a day.",
            defaultValue = "0.94",
            min = 0.5,
            max = 0.999)
        double lambda,
    @Option(
            doc = "A rise of more standard deviations is a jump.",
            defaultValue = "4",
            min = 1,
            max = 20)
        double deviations,
    @Option(
            doc =
                "OVX/VIX above which a jump is put down to oil alone; the default is its 80th percentile of 2008-2018.",
            defaultValue = "2.519",
            min = 0)
        double gate,
    @Option(
            doc = "Number of the last observed days that a jump is told of.",
            defaultValue = "5",
            min = 1,
            max = 20)
        int days) {}
