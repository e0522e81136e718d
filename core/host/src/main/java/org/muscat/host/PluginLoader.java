package org.muscat.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads plugins from a folder. Every candidate, a sub-folder with jars or a jar, gets a class
 * loader of its own and a {@link Verdict}; one that cannot be loaded costs no other its place.
 */
public final class PluginLoader {

  private static final Logger log = LoggerFactory.getLogger(PluginLoader.class);

  private final GuardSettings settings;
  private final List<PluginClassLoader> loaders = new ArrayList<>();
  private final List<Offer> offers = new ArrayList<>();
  private final List<Verdict> rejected = new ArrayList<>();

  private PluginLoader(GuardSettings settings) {
    this.settings = settings;
  }

  /**
   * Loads the plugins of a folder with the {@link GuardSettings#defaults() default} patience.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static LoadedPlugins load(Path pluginsFolder) throws IOException {
    return load(pluginsFolder, GuardSettings.defaults());
  }

  /**
   * Loads the plugins of a folder. Their constructors and descriptors run on this thread.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static LoadedPlugins load(Path pluginsFolder, GuardSettings settings) throws IOException {
    return new PluginLoader(settings).loadAll(Candidate.in(pluginsFolder));
  }

  private LoadedPlugins loadAll(List<Candidate> candidates) {
    candidates.forEach(this::examine);
    Map<HostedPlugin, Offer> hosted = new LinkedHashMap<>();
    Map<Offer, Diagnosis> duplicates = Duplicates.in(offers);
    for (Offer offer : offers) {
      Diagnosis diagnosis = duplicates.get(offer);
      if (diagnosis == null) {
        hosted.put(new HostedPlugin(offer, settings), offer);
      } else {
        reject(offer.candidate(), Optional.of(offer.descriptor()), diagnosis);
      }
    }
    closeUnused(hosted.keySet());
    LoadedPlugins loaded = new LoadedPlugins(hosted, rejected);
    loaded.verdicts().forEach(VerdictLog::write);
    return loaded;
  }

  private void examine(Candidate candidate) {
    Optional<Diagnosis> unusable = ArchiveCheck.of(candidate);
    if (unusable.isPresent()) {
      reject(candidate, Optional.empty(), unusable.get());
      return;
    }
    PluginClassLoader loader =
        new PluginClassLoader(candidate, MuscatPlugin.class.getClassLoader());
    loaders.add(loader);
    Discovery discovery = Discovery.of(loader);
    discovery.faults().forEach(fault -> reject(candidate, Optional.empty(), fault));
    discovery.plugins().forEach(plugin -> ask(candidate, loader, plugin));
  }

  private void ask(Candidate candidate, PluginClassLoader loader, MuscatPlugin plugin) {
    try {
      Offer offer = Offer.of(candidate, loader, plugin);
      Optional<Diagnosis> spi = ArchiveCheck.ofSpiVersion(offer.descriptor().spiVersion());
      if (spi.isPresent()) {
        reject(candidate, Optional.of(offer.descriptor()), spi.get());
      } else {
        offers.add(offer);
      }
    } catch (PluginThrewException e) {
      reject(candidate, Optional.empty(), Diagnosis.ofOffer(e.thrown()));
    }
  }

  private void reject(
      Candidate candidate, Optional<PluginDescriptor> descriptor, Diagnosis diagnosis) {
    rejected.add(
        new Verdict(
            descriptor.map(PluginDescriptor::id).orElse(candidate.name()),
            candidate.location().toString(),
            descriptor.map(PluginDescriptor::version).orElse(""),
            Status.REJECTED,
            diagnosis.code().name(),
            diagnosis.cause(),
            diagnosis.fix()));
  }

  private void closeUnused(Set<HostedPlugin> hosted) {
    for (PluginClassLoader loader : loaders) {
      if (hosted.stream().noneMatch(plugin -> plugin.loader() == loader)) {
        try {
          loader.close();
        } catch (IOException e) {
          log.atWarn().setCause(e).addKeyValue("loader", loader.getName()).log("not closed");
        }
      }
    }
  }
}
