package org.muscat.energy.fred;

import java.net.URI;
import java.util.List;
import org.muscat.spi.Option;
import org.muscat.spi.config.Secret;

/**
 * What the feed {@code fred} asks.
 *
 * @param url of the API
 * @param key of an account
 * @param series what it asks for
 */
public record FredConfig(
    @Option(
            doc = "Address that gives the observations of a series.",
            defaultValue = "https://api.stlouisfed.org/fred/series/observations")
        URI url,
    @Option(
            doc = "Key of an account, free from https://fredaccount.stlouisfed.org/apikeys.",
            defaultValue = "${env:FRED_API_KEY}")
        Secret key,
    @Option(
            doc =
                "The series that are wanted: FRED's id, the name that it gets, and the business days"
                    + " until it is published, for the days before FRED kept its vintages.",
            defaultValue =
                "[DCOILBRENTEU=oil/brent-spot@P5BD, DCOILWTICO=oil/wti-spot@P5BD,"
                    + " DHHNGSP=gas/henry-hub@P5BD, OVXCLS=volatility/ovx@P1BD,"
                    + " VIXCLS=volatility/vix@P1BD, T10YIE=inflation/us-breakeven-10y@P1BD,"
                    + " DGS10=rates/us-10y@P1BD, DTWEXBGS=fx/usd-broad@P6BD]",
            example = "[DEXCHUS=fx/cny@P1BD]")
        List<String> series) {

  public FredConfig {
    series = List.copyOf(series);
  }
}
