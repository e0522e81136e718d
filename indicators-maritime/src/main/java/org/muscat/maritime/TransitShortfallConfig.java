package org.muscat.maritime;

import java.util.Optional;
import org.muscat.spi.Option;
import org.muscat.toolkit.Cadence;

/**
 * Options of {@code transit-shortfall}.
 *
 * @param strait as it stands in the names of the series, such as {@code bab-el-mandeb}
 * @param measure what is counted
 * @param observed how often the series has a point
 * @param calm and {@code stressed}: anchors, needed for a strait without a recorded history
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
        Cadence observed,
    @Option(
            doc = "Transit ratio with risk 10, in place of that of the strait; with stressed.",
            min = 0,
            max = 2)
        Optional<Double> calm,
    @Option(
            doc = "Transit ratio with risk 90, in place of that of the strait; with calm.",
            min = 0,
            max = 2)
        Optional<Double> stressed) {

  /** With the anchors of the strait. */
  TransitShortfallConfig(String strait, Measure measure, Cadence observed) {
    this(strait, measure, observed, Optional.empty(), Optional.empty());
  }
}
