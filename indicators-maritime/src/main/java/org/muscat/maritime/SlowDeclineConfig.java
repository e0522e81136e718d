package org.muscat.maritime;

import org.muscat.spi.Option;

/**
 * Options of {@code slow-decline}.
 *
 * @param strait as it stands in the names of the series, such as {@code bab-el-mandeb}
 * @param measure what is counted
 * @param allowance k, in standard deviations
 * @param alarm the sum above which there is an alarm, in standard deviations
 * @param ceiling the sum at which it stops to grow, in standard deviations
 */
public record SlowDeclineConfig(
    @Option(doc = "The strait, as in the names of its series: bab-el-mandeb.") String strait,
    @Option(
            doc = "What is counted: calls of all ships, or calls of tankers.",
            defaultValue = "all-calls")
        Measure measure,
    @Option(
            doc = "How far below usual a day may lie before it adds up, in standard deviations.",
            defaultValue = "0.5",
            min = 0,
            max = 4)
        double allowance,
    @Option(
            doc = "The sum above which there is an alarm, in standard deviations.",
            defaultValue = "15",
            min = 1,
            max = 1000)
        double alarm,
    @Option(
            doc = "The sum at which it stops to grow, so that it winds down after a crisis.",
            defaultValue = "60",
            min = 1,
            max = 10_000)
        double ceiling) {}
