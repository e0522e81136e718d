package org.muscat.energy;

import java.util.List;
import org.muscat.spi.Option;

/**
 * Options of {@code spillover}.
 *
 * @param prices daily prices, positive, in any unit
 * @param indices daily volatility indices
 * @param window how many common days the autoregression is over
 * @param lags how many days before a day explain it
 * @param horizon how many days ahead the forecast is
 * @param lambda what is left of the weight of a return after a day
 */
public record SpilloverConfig(
    @Option(
            doc = "Daily prices, whose variance is estimated; any unit.",
            defaultValue = "[oil/brent-spot, gas/henry-hub]")
        List<String> prices,
    @Option(
            doc = "Daily volatility indices, whose square is the variance.",
            defaultValue = "[volatility/ovx, volatility/vix]")
        List<String> indices,
    @Option(
            doc = "Number of days on which all are known that the autoregression is over.",
            defaultValue = "200",
            min = 100,
            max = 2000)
        int window,
    @Option(
            doc = "Number of days before a day that explain it.",
            defaultValue = "2",
            min = 1,
            max = 5)
        int lags,
    @Option(
            doc = "Number of days that the forecast looks ahead.",
            defaultValue = "10",
            min = 1,
            max = 60)
        int horizon,
    @Option(
            doc = "What is left of the weight of a squared return after a day.",
            defaultValue = "0.94",
            min = 0.5,
            max = 0.999)
        double lambda) {

  public SpilloverConfig {
    prices = List.copyOf(prices);
    indices = List.copyOf(indices);
  }
}
