package org.muscat.energy.gpr;

import java.net.URI;
import org.muscat.spi.Option;

/**
 * What the feed {@code gpr} asks.
 *
 * @param url of the file
 * @param lag business days
 */
public record GprConfig(
    @Option(
            doc = "Address of the daily file, Excel of the older kind (xls) or CSV.",
            defaultValue = "https://www.matteoiacoviello.com/gpr_files/data_gpr_daily_recent.xls")
        URI url,
    @Option(
            doc = "Business days until a day is published; the file comes out about weekly.",
            defaultValue = "6",
            min = 1,
            max = 60)
        int lag) {}
