package org.muscat.maritime;

import java.time.LocalDate;
import org.muscat.spi.Option;

/**
 * Options of {@code diversion-share}.
 *
 * @param measure what is counted
 * @param from first day of the usual years
 * @param until last day of the usual years
 */
public record DiversionShareConfig(
    @Option(
            doc = "What is counted: calls of all ships, calls of tankers, or their capacity.",
            defaultValue = "all-calls")
        Measure measure,
    @Option(doc = "The first day of the usual years.", defaultValue = "2019-01-01") LocalDate from,
    @Option(doc = "The last day of the usual years.", defaultValue = "2023-12-31")
        LocalDate until) {}
