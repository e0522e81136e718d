package org.muscat.energy.eia;

import java.net.URI;
import java.util.List;
import org.muscat.spi.Option;
import org.muscat.spi.config.Secret;

/**
 * What the feed {@code eia} asks.
 *
 * @param url of the API
 * @param key of an account
 * @param series what it asks for
 */
public record EiaConfig(
    @Option(doc = "Address of version 2 of the API.", defaultValue = "https://api.eia.gov/v2")
        URI url,
    @Option(
            doc = "Key of an account, free from https://www.eia.gov/opendata/register.php.",
            defaultValue = "${env:EIA_API_KEY}")
        Secret key,
    @Option(
            doc =
                "The series that are wanted: route and id of EIA, the name that it gets, and the"
                    + " business days until it is published.",
            defaultValue =
                "[petroleum/pri/spt/RBRTE=oil/brent-spot@P5BD,"
                    + " petroleum/pri/spt/RWTC=oil/wti-spot@P5BD,"
                    + " natural-gas/pri/fut/RNGWHHD=gas/henry-hub@P5BD]",
            example = "[petroleum/pri/fut/RCLC1=oil/wti-first-future@P5BD]")
        List<String> series) {

  public EiaConfig {
    series = List.copyOf(series);
  }
}
