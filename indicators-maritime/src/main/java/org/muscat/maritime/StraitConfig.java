package org.muscat.maritime;

import org.muscat.spi.Option;

/**
 * Options of indicators that need a strait and nothing else.
 *
 * @param strait as it stands in the names of the series, such as {@code bab-el-mandeb}
 */
public record StraitConfig(
    @Option(
            doc = "The strait, as in the names of its series: hormuz, bab-el-mandeb.",
            pattern = "[a-z0-9]+(-[a-z0-9]+)*")
        String strait) {}
