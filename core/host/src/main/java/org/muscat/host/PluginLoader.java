package org.muscat.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muscat.host.child.ChildPlugin;
import org.muscat.host.load.Candidate;
import org.muscat.host.load.Code;
import org.muscat.host.load.Diagnosis;
import org.muscat.host.load.Examined;
import org.muscat.host.load.Offer;
import org.muscat.host.load.Patience;
import org.muscat.host.load.Thrown;
import org.muscat.spi.PluginDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads plugins from a folder. Every candidate, a sub-folder with jars or a jar, gets a class
 * loader of its own and a {@link Verdict}; one that cannot be loaded costs no other its place.
 */
public final class PluginLoader {

  private static final Logger log = LoggerFactory.getLogger(PluginLoader.class);

  private final HostSettings settings;
  private final List<Offer> offers = new ArrayList<>();
  private final List<Verdict> rejected = new ArrayList<>();
  private final Calls calls = new Calls();

  private PluginLoader(HostSettings settings) {
    this.settings = settings;
  }

  /**
   * Loads the plugins of a folder with the {@link HostSettings#defaults() default} settings.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static LoadedPlugins load(Path pluginsFolder) throws IOException {
    return load(pluginsFolder, HostSettings.defaults());
  }

  /**
   * Loads the plugins of a folder. Waits for each of them, at most for the create deadline.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static LoadedPlugins load(Path pluginsFolder, HostSettings settings) throws IOException {
    return load(Candidate.in(pluginsFolder), settings);
  }

  /** Loads candidates. Waits for each of them, at most for the create deadline. */
  public static LoadedPlugins load(List<Candidate> candidates, HostSettings settings) {
    return new PluginLoader(settings).loadAll(candidates);
  }

  private LoadedPlugins loadAll(List<Candidate> candidates) {
    List<Examined> examined = SideBySide.examine(candidates, this::examine);
    for (int i = 0; i < examined.size(); i++) {
      Candidate candidate = candidates.get(i);
      examined
          .get(i)
          .faults()
          .forEach(fault -> reject(candidate, fault.descriptor(), fault.diagnosis()));
      offers.addAll(examined.get(i).offers());
    }
    Map<HostedPlugin, Offer> hosted = new LinkedHashMap<>();
    Map<Offer, Diagnosis> duplicates = Duplicates.in(offers);
    for (Offer offer : offers) {
      Diagnosis diagnosis = duplicates.get(offer);
      if (diagnosis == null) {
        hosted.put(new HostedPlugin(offer, settings.guard(), calls), offer);
      } else {
        reject(offer.candidate(), Optional.of(offer.descriptor()), diagnosis);
      }
    }
    closeUnused(hosted.values());
    LoadedPlugins loaded = new LoadedPlugins(hosted, rejected, calls);
    loaded.verdicts().forEach(VerdictLog::write);
    return loaded;
  }

  private Examined examine(Candidate candidate) {
    GuardSettings guard = settings.guard();
    Patience patience = new Patience(guard.createDeadline(), guard.grace());
    Isolation isolation = settings.isolationOf(candidate.name());
    try {
      return isolation.process() && candidate.unreadable().isEmpty()
          ? ChildPlugin.examine(candidate, patience, isolation.heapMegabytes())
          : Examined.of(candidate, patience);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      // Whatever lies in the folder of plugins, the others are loaded.
      log.atWarn()
          .addKeyValue("event", "plugin-not-examined")
          .setCause(e)
          .addKeyValue("location", candidate.location())
          .log("not examined");
      Diagnosis diagnosis =
          new Diagnosis(
              Code.P102,
              candidate.location() + " cannot be read: " + Thrown.describe(e),
              "Copy it again, or build it again; it is damaged, or made in an unusual way.");
      return new Examined(List.of(), List.of(new Examined.Fault(Optional.empty(), diagnosis)), 0);
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

  /** The plugins of one candidate share their code: one that is used keeps it open. */
  private void closeUnused(Collection<Offer> used) {
    Set<Path> locations =
        used.stream().map(offer -> offer.candidate().location()).collect(Collectors.toSet());
    offers.stream()
        .filter(offer -> !locations.contains(offer.candidate().location()))
        .forEach(Offer::close);
  }
}
