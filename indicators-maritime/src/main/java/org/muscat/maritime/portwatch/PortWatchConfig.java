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
 * @param lag from a day to its publication, assumed of what the first fetch tells
 */
public record PortWatchConfig(
    @Option(
            doc = "Address of the query of the layer of daily chokepoint data (ArcGIS).",
            defaultValue =
                "https://services9.arcgis.com/weJ1QsnbMYJlCHdG/arcgis/rest/services/"
                    + "Daily_Chokepoints_Data/FeatureServer/0/query")
        URI url,
    @Option(
            doc = "The straits whose transits are wanted; all of PortWatch unless some are named.",
            defaultValue =
                "[hormuz, bab-el-mandeb, suez, malacca, panama, bosporus, cape-of-good-hope, "
                    + "gibraltar, dover, oresund, taiwan, korea, tsugaru, luzon, "
                    + "lombok, ombai, bohai, torres, sunda, makassar, magellan, "
                    + "yucatan, windward, mona, balabac, bering, mindoro, kerch]")
        List<Strait> straits,
    @Option(
            doc = "How far back from the newest day everything is asked for again, whole days.",
            defaultValue = "P90D")
        Duration overlap,
    @Option(
            doc =
                "How long after a day its transits are published, whole days; assumed of what the"
                    + " first fetch tells.",
            defaultValue = "P9D")
        Duration lag) {

  public PortWatchConfig {
    straits = List.copyOf(straits);
  }
}
