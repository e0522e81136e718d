package org.muscat.maritime.portwatch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.muscat.maritime.geo.Strait;
import org.muscat.spi.Option;

/**
 * What the feed {@code portwatch} asks.
 *
 * @param url the query of the layer of daily chokepoint data
 * @param straits whose transits are wanted
 * @param overlap how far back from the newest day everything is asked for again
 */
public record PortWatchConfig(
    @Option(
            doc = "Address of the query of the layer of daily chokepoint data (ArcGIS).",
            defaultValue =
                "https://services9.arcgis.com/weJ1QsnbMYJlCHdG/arcgis/rest/services/"
                    + "Daily_Chokepoints_Data/FeatureServer/0/query")
        URI url,
    @Option(
            doc = "The straits whose transits are wanted.",
            defaultValue = "[hormuz, bab-el-mandeb, suez, malacca]")
        List<Strait> straits,
    @Option(
            doc = "How far back from the newest day everything is asked for again, whole days.",
            defaultValue = "P90D")
        Duration overlap) {

  public PortWatchConfig {
    straits = List.copyOf(straits);
  }
}
