package org.muscat.diplomacy;

import java.util.List;
import org.muscat.diplomacy.chronicle.ChronicleProvider;
import org.muscat.diplomacy.chronicle.DialogueStockProvider;
import org.muscat.diplomacy.chronicle.KineticStateProvider;
import org.muscat.diplomacy.gdelt.AlliedReassuranceProvider;
import org.muscat.diplomacy.gdelt.CooperationShareProvider;
import org.muscat.diplomacy.gdelt.GdeltDocProvider;
import org.muscat.diplomacy.gdelt.GdeltFilesProvider;
import org.muscat.diplomacy.gdelt.GdeltProvider;
import org.muscat.diplomacy.gdelt.MediaToneProvider;
import org.muscat.diplomacy.gdelt.MediaVolumeProvider;
import org.muscat.diplomacy.gdelt.MediationProvider;
import org.muscat.diplomacy.gdelt.MediationSurgeProvider;
import org.muscat.diplomacy.gdelt.TalksBalanceProvider;
import org.muscat.diplomacy.gdelt.TensionProvider;
import org.muscat.diplomacy.gdelt.TensionSumsProvider;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/**
 * The plugin {@code diplomacy}: the feeds {@code gdelt-files} and {@code chronicle}, and the
 * indicators {@code tension}, {@code tension-sums}, {@code talks-balance}, {@code dialogue-stock}
 * and {@code kinetic-state}.
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
        new GdeltProvider(),
        new GdeltDocProvider(),
        new ChronicleProvider());
  }

  @Override
  public List<IndicatorProvider<?>> indicators() {
    return List.of(
        new TensionProvider(),
        new TensionSumsProvider(),
        new TalksBalanceProvider(),
        new CooperationShareProvider(),
        new MediationProvider(),
        new MediationSurgeProvider(),
        new MediaToneProvider(),
        new MediaVolumeProvider(),
        new AlliedReassuranceProvider(),
        new DialogueStockProvider(),
        new KineticStateProvider());
  }
}
