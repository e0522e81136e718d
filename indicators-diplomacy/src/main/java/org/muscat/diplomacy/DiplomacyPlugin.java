package org.muscat.diplomacy;

import java.util.List;
import org.muscat.diplomacy.chronicle.ChronicleProvider;
import org.muscat.diplomacy.chronicle.DialogueStockProvider;
import org.muscat.diplomacy.chronicle.KineticStateProvider;
import org.muscat.diplomacy.framework.FrameworkIndexProvider;
import org.muscat.diplomacy.framework.FrameworkProvider;
import org.muscat.diplomacy.gdelt.GdeltFilesProvider;
import org.muscat.diplomacy.gdelt.TalksBalanceProvider;
import org.muscat.diplomacy.gdelt.TensionProvider;
import org.muscat.diplomacy.gdelt.TensionSumsProvider;
import org.muscat.diplomacy.sanctions.EconomicStressProvider;
import org.muscat.diplomacy.sanctions.OfacProvider;
import org.muscat.diplomacy.sanctions.SanctionsPressureProvider;
import org.muscat.diplomacy.sanctions.SanctionsStrainProvider;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/**
 * The plugin {@code diplomacy}: the feeds {@code gdelt-files}, {@code chronicle}, {@code framework}
 * and {@code ofac}, and the indicators {@code tension}, {@code tension-sums}, {@code
 * talks-balance}, {@code dialogue-stock}, {@code kinetic-state}, {@code framework-index}, {@code
 * sanctions-pressure}, {@code sanctions-strain} and {@code economic-stress}.
 */
public final class DiplomacyPlugin implements MuscatPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of(
        "diplomacy",
        "Diplomacy and the chronicle",
        "0.1.0",
        "Apache-2.0",
        PluginDescriptor.SPI_VERSION);
  }

  @Override
  public List<FeedProvider<?>> feeds() {
    return List.of(
        new GdeltFilesProvider(),
        new ChronicleProvider(),
        new FrameworkProvider(),
        new OfacProvider());
  }

  @Override
  public List<IndicatorProvider<?>> indicators() {
    return List.of(
        new TensionProvider(),
        new TensionSumsProvider(),
        new TalksBalanceProvider(),
        new DialogueStockProvider(),
        new KineticStateProvider(),
        new FrameworkIndexProvider(),
        new SanctionsPressureProvider(),
        new SanctionsStrainProvider(),
        new EconomicStressProvider());
  }
}
