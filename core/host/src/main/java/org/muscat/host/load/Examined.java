package org.muscat.host.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muscat.spi.MuscatPlugin;
import org.muscat.spi.PluginDescriptor;

/**
 * A candidate that was looked at: what it offers, and what is wrong with the rest of it. Its
 * plugins run in this JVM.
 *
 * @param offers of the plugins that could be made and asked; to be closed by the caller
 * @param faults of the others
 * @param stuckThreads how many threads ran into code that does not end
 */
public record Examined(List<Offer> offers, List<Fault> faults, int stuckThreads) {

  /**
   * What is wrong with a candidate, or with one of its plugins.
   *
   * @param descriptor who the plugin is, if it could be asked
   * @param diagnosis what is wrong
   */
  public record Fault(Optional<PluginDescriptor> descriptor, Diagnosis diagnosis) {}

  public Examined {
    offers = List.copyOf(offers);
    faults = List.copyOf(faults);
  }

  /**
   * Looks at a candidate. Its code runs on a thread of its own; this one waits for it.
   *
   * @param patience how long each step of making and asking its plugins may take
   */
  public static Examined of(Candidate candidate, Patience patience) {
    return of(candidate, patience, new ThreadGroup(PluginClassLoader.NAME + candidate.name()));
  }

  /**
   * Looks at a candidate whose code will also be called on threads of others.
   *
   * @param threads the group of these
   */
  public static Examined of(Candidate candidate, Patience patience, ThreadGroup threads) {
    Optional<Diagnosis> unusable = ArchiveCheck.of(candidate);
    if (unusable.isPresent()) {
      return new Examined(List.of(), List.of(new Fault(Optional.empty(), unusable.get())), 0);
    }
    PluginClassLoader loader =
        new PluginClassLoader(candidate, MuscatPlugin.class.getClassLoader(), threads);
    LocalCode code = new LocalCode(loader, candidate.name(), patience);
    Discovery discovery = Discovery.of(code);
    List<Fault> faults = new ArrayList<>();
    discovery.faults().forEach(fault -> faults.add(new Fault(Optional.empty(), fault)));
    List<Offer> offers = new ArrayList<>();
    for (MuscatPlugin plugin : discovery.plugins()) {
      ask(candidate, code, plugin, offers, faults);
    }
    int stuck = code.stuck();
    if (offers.isEmpty()) {
      code.close();
    }
    return new Examined(offers, faults, stuck);
  }

  private static void ask(
      Candidate candidate,
      LocalCode code,
      MuscatPlugin plugin,
      List<Offer> offers,
      List<Fault> faults) {
    try {
      LocalOffer offer = LocalOffer.of(candidate, code, plugin);
      Optional<Diagnosis> spi = SpiRange.HOST.ofDescriptor(offer.descriptor());
      if (spi.isPresent()) {
        faults.add(new Fault(Optional.of(offer.descriptor()), spi.get()));
      } else {
        offers.add(offer);
      }
    } catch (PluginThrewException e) {
      faults.add(new Fault(Optional.empty(), Diagnosis.ofOffer(e)));
    }
  }
}
