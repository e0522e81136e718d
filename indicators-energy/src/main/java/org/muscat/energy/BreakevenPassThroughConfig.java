package org.muscat.energy;

import org.muscat.spi.Option;

/**
 * Options of {@code breakeven-pass-through}.
 *
 * @param series daily breakeven inflation in %
 * @param days over how many observed days the change is taken
 */
public record BreakevenPassThroughConfig(
    @Option(
            doc = "Daily breakeven inflation in % a year.",
            defaultValue = "inflation/us-breakeven-10y")
        String series,
    @Option(
            doc = "Number of observed days that the change is taken over.",
            defaultValue = "20",
            min = 1,
            max = 252)
        int days) {}
