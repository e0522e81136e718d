package org.muscat.diplomacy.chronicle;

import org.muscat.spi.Option;

/**
 * Whose chronicle an indicator reads.
 *
 * @param theatre the theatre of the chronicle
 */
public record TheatreConfig(
    @Option(doc = "Theatre of the chronicle.", defaultValue = "gulf") String theatre) {}
