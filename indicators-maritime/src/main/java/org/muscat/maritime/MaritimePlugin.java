package org.muscat.maritime;

import java.util.List;
import org.muscat.maritime.advisories.AdvisoryFilesProvider;
import org.muscat.maritime.ais.AisFilesProvider;
import org.muscat.maritime.attack.AttackIntensityProvider;
import org.muscat.maritime.gnss.GnssFilesProvider;
import org.muscat.maritime.incidents.IncidentFilesProvider;
import org.muscat.maritime.portwatch.PortWatchProvider;
import org.muscat.maritime.warnings.NavareaProvider;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/**
 * The maritime pillar: feeds of transits, incidents, warnings, advisories, AIS and GNSS
 * interference, and the indicators made of them.
 */
public final class MaritimePlugin implements MuscatPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(
            "maritime",
            "Transits of chokepoints",
            "0.1.0",
            "Apache-2.0",
            PluginDescriptor.SPI_VERSION)
        .restricting("incidents/ukmto");
  }

  @Override
  public List<FeedProvider<?>> feeds() {
    return List.of(
        new PortWatchProvider(),
        new IncidentFilesProvider(),
        new NavareaProvider(),
        new AdvisoryFilesProvider(),
        new AisFilesProvider(),
        new GnssFilesProvider());
  }

  @Override
  public List<IndicatorProvider<?>> indicators() {
    return List.of(
        new TransitShortfall(),
        new DiversionShare(),
        new SlowDecline(),
        new AttackIntensityProvider(),
        new AdvisoryState(),
        new AisDarkShare(),
        new GnssInterference(),
        new WarRiskPremium(),
        new TankerFreight(),
        new ChokepointStatus());
  }
}
