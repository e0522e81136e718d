package org.muscat.energy.fredcsv;

import java.net.URI;
import java.util.List;
import org.muscat.spi.Option;

/**
 * What the feed {@code fred-csv} asks.
 *
 * @param url where it asks
 * @param series what it asks for
 */
public record FredCsvConfig(
    @Option(
            doc = "Address that gives the graph of a series as CSV.",
            defaultValue = "https://fred.stlouisfed.org/graph/fredgraph.csv")
        URI url,
    @Option(
            doc =
                "The series that are wanted: FRED's id, the name that it gets, and the business days"
                    + " until it is published.",
            defaultValue =
                "[DCOILBRENTEU=oil/brent-spot@P5BD, DCOILWTICO=oil/wti-spot@P5BD,"
                    + " DHHNGSP=gas/henry-hub@P5BD, OVXCLS=volatility/ovx@P1BD,"
                    + " VIXCLS=volatility/vix@P1BD, T10YIE=inflation/us-breakeven-10y@P1BD,"
                    + " DGS10=rates/us-10y@P1BD, DTWEXBGS=fx/usd-broad@P6BD]",
            example = "[DEXCHUS=fx/cny@P1BD]")
        List<String> series) {

  public FredCsvConfig {
    series = List.copyOf(series);
  }
}
