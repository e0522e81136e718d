package org.muscat.maritime.warnings;

import java.net.URI;
import org.muscat.spi.Option;

/**
 * What the feed {@code navarea} asks.
 *
 * @param url of the broadcast warnings
 */
public record NavareaConfig(
    @Option(
            doc = "Address of the broadcast warnings of the NGA.",
            defaultValue = "https://msi.nga.mil/api/publications/broadcast-warn")
        URI url) {}
