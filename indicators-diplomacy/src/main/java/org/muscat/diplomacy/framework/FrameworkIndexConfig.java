package org.muscat.diplomacy.framework;

import java.time.Duration;
import org.muscat.spi.Option;

/**
 * What the indicator {@code framework-index} reads.
 *
 * @param theatre the theatre of the framework
 * @param maxAge how long after the last coded day there is still a reading
 */
public record FrameworkIndexConfig(
    @Option(doc = "Theatre of the framework.", defaultValue = "gulf") String theatre,
    @Option(
            doc = "How long after the last coded day there is still a reading, P1D to P1095D.",
            defaultValue = "P730D")
        Duration maxAge) {}
