package org.muscat.energy;

import org.muscat.spi.Option;

/**
 * Options of {@code news-novelty}.
 *
 * @param series a daily index of geopolitical risk in the news
 */
public record NewsNoveltyConfig(
    @Option(doc = "Daily index of geopolitical risk in the news.", defaultValue = "gpr/all")
        String series) {}
