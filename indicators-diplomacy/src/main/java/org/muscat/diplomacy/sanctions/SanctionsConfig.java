package org.muscat.diplomacy.sanctions;

import org.muscat.spi.Option;

/**
 * What the indicators {@code sanctions-pressure} and {@code sanctions-strain} read.
 *
 * @param theatre the theatre of the feed {@code ofac}
 */
public record SanctionsConfig(
    @Option(doc = "Theatre of the feed ofac.", defaultValue = "gulf") String theatre) {}
