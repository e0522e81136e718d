package org.muscat.maritime;

import java.util.List;
import org.muscat.maritime.ais.AisFilesProvider;
import org.muscat.maritime.attack.AttackIntensityProvider;
import org.muscat.maritime.gnss.GnssFilesProvider;
import org.muscat.maritime.portwatch.PortWatchProvider;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/**
 * The maritime pillar: feeds of transits, of ship positions and of interference from files, and
 * indicators of how much passes a strait, of attacks on ships and of what it costs (method, section
 * 4, Maritime).
 */
public final class MaritimePlugin implements MuscatPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(
        "maritime", "Transits of chokepoints", "0.1.0", "Apache-2.0", PluginDescriptor.SPI_VERSION);
  }

  @Override
  public List<FeedProvider<?>> feeds() {
    return List.of(new PortWatchProvider(), new AisFilesProvider(), new GnssFilesProvider());
  }

  @Override
  public List<IndicatorProvider<?>> indicators() {
    return List.of(
        new TransitShortfall(),
        new DiversionShare(),
        new SlowDecline(),
        new AttackIntensityProvider(),
        new AisDarkShare(),
        new GnssInterference(),
        new WarRiskPremium(),
        new TankerFreight(),
        new ChokepointStatus());
  }
}
