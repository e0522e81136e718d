package org.muscat.contract.gas;

import java.time.Duration;
import org.muscat.spi.Indicator;
import org.muscat.spi.IndicatorDescriptor;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.Inputs;
import org.muscat.spi.Measured;
import org.muscat.spi.NoData;
import org.muscat.spi.Option;
import org.muscat.spi.Role;
import org.muscat.spi.Scale;
import org.muscat.spi.Series;
import org.muscat.spi.Uncertainty;

/** The mean of the latest prices. */
public final class GasFear implements IndicatorProvider<GasFear.Config> {

  /** How many. */
  public record Config(
      @Option(doc = "Days in the mean.", defaultValue = "2", min = 1, max = 99) int window) {}

  @Override
  public IndicatorDescriptor descriptor() {
    return IndicatorDescriptor.of(
        "gas-fear",
        "Mean price of gas",
        Role.PILLAR,
        "EUR/MWh",
        Scale.logistic(20, 100),
        new Uncertainty(1, 20, Duration.ofDays(1), Duration.ofDays(7)),
        "made up");
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Inputs inputs(Config config) {
    return Inputs.none().with("gas/ttf", Duration.ofDays(30));
  }

  @Override
  public Indicator create(Config config) {
    return known -> {
      Series prices = known.series("gas/ttf").last(config.window());
      if (prices.size() < config.window()) {
        return new NoData(
            "'gas/ttf' has " + prices.size() + " of " + config.window() + " days needed");
      }
      double sum = 0;
      for (double price : prices.values()) {
        sum += price;
      }
      return Measured.of(sum / config.window(), prices.lastTime());
    };
  }
}
