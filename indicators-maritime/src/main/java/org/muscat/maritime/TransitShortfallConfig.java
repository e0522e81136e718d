package org.muscat.maritime;

import org.muscat.spi.Option;
import org.muscat.toolkit.Cadence;

/**
 * Options of {@code transit-shortfall}.
 *
 * @param strait as it stands in the names of the series, such as {@code bab-el-mandeb}
 * @param measure what is counted
 * @param observed how often the series has a point
 */
public record TransitShortfallConfig(
    @Option(doc = "The strait, as in the names of its series: hormuz, bab-el-mandeb.")
        String strait,
    @Option(
            doc = "What is counted: calls of all ships, calls of tankers, or their capacity.",
            defaultValue = "all-calls")
        Measure measure,
    @Option(
            doc = "How often the series has a point; a weekly value stands for its whole week.",
            defaultValue = "daily")
        Cadence observed) {}
