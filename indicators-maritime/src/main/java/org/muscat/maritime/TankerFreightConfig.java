package org.muscat.maritime;

import org.muscat.spi.Option;

/**
 * Options of {@code tanker-freight}.
 *
 * @param series of a rate, in Worldscale points or USD
 */
public record TankerFreightConfig(
    @Option(
            doc =
                "The series of a freight rate: TD3C (Gulf to China, very large) or what follows it.",
            defaultValue = "freight/td3c")
        String series) {}
