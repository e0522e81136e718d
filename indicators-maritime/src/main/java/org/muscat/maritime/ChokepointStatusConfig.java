package org.muscat.maritime;

import java.time.Duration;
import java.util.Optional;
import org.muscat.spi.Option;
import org.muscat.toolkit.Cadence;

/**
 * Options of {@code chokepoint-status}.
 *
 * @param strait as it stands in the names of the series, such as {@code bab-el-mandeb}
 * @param measure what is counted
 * @param observed how often the series has a point
 * @param restrictedBelow transit ratio, the 1st percentile of the strait's quiet years
 * @param closedBelow transit ratio, below {@code restrictedBelow}
 * @param hysteresis transit ratio by which a threshold must be passed to leave a worse word
 * @param dwell days that OPEN and RESTRICTED must hold, whole days
 * @param closedDwell days that EFFECTIVELY_CLOSED must hold, whole days
 */
public record ChokepointStatusConfig(
    @Option(doc = "The strait, as in the names of its series: hormuz, bab-el-mandeb.")
        String strait,
    @Option(
            doc = "What is counted: calls of all ships, calls of tankers, or their capacity.",
            defaultValue = "all-calls")
        Measure measure,
    @Option(
            doc = "How often the series has a point; a weekly value stands for its whole week.",
            defaultValue = "daily")
        Cadence observed,
    @Option(
            doc =
                "Transit ratio below which the strait is RESTRICTED, unless given the 1st percentile"
                    + " of its quiet years for all calls: .64 for Hormuz, .86 for Bab el-Mandeb,"
                    + " .80 for Suez, .86 for Malacca. Others have to give it.",
            min = 0,
            max = 2)
        Optional<Double> restrictedBelow,
    @Option(
            doc = "Transit ratio below which the strait is EFFECTIVELY_CLOSED.",
            defaultValue = "0.15",
            min = 0,
            max = 2)
        double closedBelow,
    @Option(
            doc = "How far above its threshold the ratio must come to leave a worse word.",
            defaultValue = "0.05",
            min = 0,
            max = 1)
        double hysteresis,
    @Option(
            doc = "How long the ratio must hold before the word is OPEN or RESTRICTED, whole days.",
            defaultValue = "P5D")
        Duration dwell,
    @Option(
            doc = "How long the ratio must hold before the word is EFFECTIVELY_CLOSED, whole days.",
            defaultValue = "P3D")
        Duration closedDwell) {}
