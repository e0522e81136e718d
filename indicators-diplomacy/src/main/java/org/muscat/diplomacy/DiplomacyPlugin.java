package org.muscat.diplomacy;

import java.util.List;
import org.muscat.diplomacy.chronicle.AssuranceProvider;
import org.muscat.diplomacy.chronicle.ChronicleProvider;
import org.muscat.diplomacy.chronicle.DeniabilityProvider;
import org.muscat.diplomacy.chronicle.DialogueStockProvider;
import org.muscat.diplomacy.chronicle.ForcePostureProvider;
import org.muscat.diplomacy.chronicle.KineticStateProvider;
import org.muscat.diplomacy.chronicle.PostureTensionProvider;
import org.muscat.diplomacy.chronicle.ProtectiveMeasuresProvider;
import org.muscat.diplomacy.chronicle.ProxyTempoProvider;
import org.muscat.diplomacy.chronicle.SignallingProvider;
import org.muscat.diplomacy.chronicle.SignallingTensionProvider;
import org.muscat.diplomacy.chronicle.TalksOpacityProvider;
import org.muscat.diplomacy.chronicle.UltimatumClockProvider;
import org.muscat.diplomacy.framework.FrameworkIndexProvider;
import org.muscat.diplomacy.framework.FrameworkProvider;
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
import org.muscat.diplomacy.sanctions.EconomicStressProvider;
import org.muscat.diplomacy.sanctions.OfacProvider;
import org.muscat.diplomacy.sanctions.SanctionsPressureProvider;
import org.muscat.diplomacy.sanctions.SanctionsStrainProvider;
import org.muscat.spi.FeedProvider;
import org.muscat.spi.IndicatorProvider;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/**
 * The plugin {@code diplomacy}: feeds of events as reporters, machines and coders tell them, and
 * indicators of talks, of pressure and of force.
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
        new CooperationShareProvider(),
        new MediationProvider(),
        new MediationSurgeProvider(),
        new MediaToneProvider(),
        new MediaVolumeProvider(),
        new AlliedReassuranceProvider(),
        new DialogueStockProvider(),
        new KineticStateProvider(),
        new TalksOpacityProvider(),
        new AssuranceProvider(),
        new UltimatumClockProvider(),
        new ForcePostureProvider(),
        new PostureTensionProvider(),
        new SignallingProvider(),
        new SignallingTensionProvider(),
        new ProtectiveMeasuresProvider(),
        new ProxyTempoProvider(),
        new DeniabilityProvider(),
        new FrameworkIndexProvider(),
        new SanctionsPressureProvider(),
        new SanctionsStrainProvider(),
        new EconomicStressProvider());
  }
}
