package org.muscat.host.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import org.muscat.spi.MuscatPlugin;

/**
 * Finds the plugins of one candidate. A provider that cannot be made does not hide the others:
 * every step of the iterator is caught by itself, which streams of {@link ServiceLoader} cannot.
 *
 * @param plugins those that could be made
 * @param faults of the others
 */
record Discovery(List<MuscatPlugin> plugins, List<Diagnosis> faults) {

  static final String SERVICE_FILE = "META-INF/services/" + MuscatPlugin.class.getName();

  /** The iterator moves on after a fault; this ends a loop in case it once does not. */
  private static final int MAX_FAULTS = 100;

  /** More than these say nothing new; the last of them says how many there are. */
  private static final int MOST_TOLD = 5;

  private static final Diagnosis NO_JAR =
      new Diagnosis(
          Code.P103,
          "the folder holds no jar; folders in it are not looked into",
          "Put the jars of the plugin directly into its folder, or remove the folder.");

  static Discovery of(LocalCode code) {
    if (code.loader().getURLs().length == 0) {
      return new Discovery(List.of(), List.of(NO_JAR));
    }
    List<MuscatPlugin> plugins = new ArrayList<>();
    List<Diagnosis> faults = new ArrayList<>();
    Iterator<MuscatPlugin> providers =
        ServiceLoader.load(MuscatPlugin.class, code.loader()).iterator();
    boolean more = true;
    while (more && faults.size() < MAX_FAULTS && !code.isSpent()) {
      try {
        more = code.call(providers::hasNext);
        if (more) {
          plugins.add(code.call(providers::next));
        }
      } catch (PluginThrewException e) {
        faults.add(Diagnosis.ofDiscovery(e));
      }
    }
    if (plugins.isEmpty() && faults.isEmpty()) {
      faults.add(Diagnosis.noProvider("there is no " + SERVICE_FILE + " with a class in it"));
    }
    return new Discovery(List.copyOf(plugins), told(faults));
  }

  private static List<Diagnosis> told(List<Diagnosis> faults) {
    if (faults.size() <= MOST_TOLD) {
      return List.copyOf(faults);
    }
    List<Diagnosis> told = new ArrayList<>(faults.subList(0, MOST_TOLD - 1));
    Diagnosis last = faults.get(MOST_TOLD - 1);
    int others = faults.size() - MOST_TOLD;
    String more = "; and " + others + (faults.size() == MAX_FAULTS ? " more, at least," : " more");
    told.add(
        new Diagnosis(
            last.code(), last.cause() + more + " of its service file cannot be made", last.fix()));
    return List.copyOf(told);
  }
}
