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

  static Discovery of(LocalCode code) {
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
    return new Discovery(List.copyOf(plugins), List.copyOf(faults));
  }
}
