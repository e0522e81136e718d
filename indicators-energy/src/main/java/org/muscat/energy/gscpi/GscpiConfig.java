package org.muscat.energy.gscpi;

import java.net.URI;
import org.muscat.spi.Option;

/**
 * What the feed {@code gscpi} asks.
 *
 * @param url of the file
 */
public record GscpiConfig(
    @Option(
            doc =
                "Address of the file, Excel of the older kind (xls, which this one is in spite of its"
                    + " name) or CSV.",
            defaultValue =
                "https://www.newyorkfed.org/medialibrary/research/interactives/gscpi/downloads/"
                    + "gscpi_data.xlsx")
        URI url) {}
