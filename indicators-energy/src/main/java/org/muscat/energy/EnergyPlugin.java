package org.muscat.energy;

import java.util.List;
import org.muscat.energy.cboe.CboeProvider;
import org.muscat.energy.eia.EiaProvider;
import org.muscat.energy.fred.FredProvider;
import org.muscat.energy.fredcsv.FredCsvProvider;
import org.muscat.energy.gpr.GprProvider;
import org.muscat.energy.gscpi.GscpiProvider;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/** Indicators of the energy pillar (method, section 4, Energy). */
public final class EnergyPlugin implements MuscatPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(
            "energy", "Energy prices", "0.1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION)
        // Cboe's, whoever tells them.
        .restricting("volatility/");
  }

  @Override
  public List<FeedProvider<?>> feeds() {
    return List.of(
        new FredCsvProvider(),
        new CboeProvider(),
        new GprProvider(),
        new GscpiProvider(),
        new FredProvider(),
        new EiaProvider());
  }

  @Override
  public List<IndicatorProvider<?>> indicators() {
    Premiums premiums = new Premiums();
    return List.of(
        new RealisedVolatility(),
        new OilFear(),
        new BrentWtiSpread(),
        new EwmaVolatility(),
        new OilVolatilityIndex(),
        new VarianceRiskPremium(),
        new OilJump(),
        new DemandRiskPremium(premiums),
        new ClosureProbability(premiums),
        new SpilloverIndex(),
        new BreakevenPassThrough(),
        new SupplyChainPressure(),
        new AsymmetricVolatility(),
        new NewsNovelty());
  }
}
