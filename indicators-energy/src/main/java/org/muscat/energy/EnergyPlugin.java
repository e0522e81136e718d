package org.muscat.energy;

import java.util.List;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/** Indicators of the energy pillar (method, section 4, Energy). */
public final class EnergyPlugin implements MuscatPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(
        "energy", "Energy prices", "0.1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
  }

  @Override
  public List<IndicatorProvider<?>> indicators() {
    return List.of(
        new RealisedVolatility(),
        new OilFear(),
        new BrentWtiSpread(),
        new EwmaVolatility(),
        new OilVolatilityIndex(),
        new VarianceRiskPremium(),
        new OilJump(),
        new DemandRiskPremium(),
        new ClosureProbability(),
        new SpilloverIndex(),
        new BreakevenPassThrough(),
        new SupplyChainPressure(),
        new AsymmetricVolatility(),
        new NewsNovelty());
  }
}
