package org.muscat.contract.gas;

import java.util.List;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/** One feed, one indicator. */
public final class GasPlugin implements MuscatPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(
        "gas", "Gas prices", "1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
  }

  @Override
  public List<FeedProvider<?>> feeds() {
    return List.of(new GasPrices());
  }

  @Override
  public List<IndicatorProvider<?>> indicators() {
    return List.of(new GasFear());
  }
}
