package org.muscat.diplomacy.sanctions;

import org.muscat.spi.Option;

/**
 * What the indicator {@code economic-stress} reads.
 *
 * @param country whose economy it is, which is part of the series names
 */
public record EconomicStressConfig(
    @Option(
            doc = "Country in the names of the series, such as irn in economy/irn/inflation.",
            defaultValue = "irn",
            pattern = "[a-z]{3}")
        String country) {}
