package org.muscat.energy.cboe;

import java.net.URI;
import java.util.List;
import org.muscat.spi.Option;

/**
 * What the feed {@code cboe} asks.
 *
 * @param url of the folder
 * @param indices what it asks for
 */
public record CboeConfig(
    @Option(
            doc = "Address of the folder in which the histories lie, such as OVX_History.csv.",
            defaultValue = "https://cdn.cboe.com/api/global/us_indices/daily_prices")
        URI url,
    @Option(
            doc =
                "The indices that are wanted: Cboe's symbol, the name of the series, and the"
                    + " business days until it is published.",
            defaultValue = "[OVX=volatility/ovx@P1BD, VIX=volatility/vix@P1BD]",
            example = "[GVZ=volatility/gold@P1BD]")
        List<String> indices) {

  public CboeConfig {
    indices = List.copyOf(indices);
  }
}
