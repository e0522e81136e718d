package org.muscat.host;

import java.util.Map;

/**
 * How a host treats the plugins that it loads.
 *
 * @param guard how patient it is with them
 * @param isolation where the code of a plugin runs, by the name of its folder or, without the
 *     suffix, of its jar
 * @param otherwise where the code of all others runs
 */
public record HostSettings(
    GuardSettings guard, Map<String, Isolation> isolation, Isolation otherwise) {

  public HostSettings {
    isolation = Map.copyOf(isolation);
  }

  /** The default patience, and everything in the host. */
  public static HostSettings defaults() {
    return of(GuardSettings.defaults());
  }

  /** This patience, and everything in the host. */
  public static HostSettings of(GuardSettings guard) {
    return new HostSettings(guard, Map.of(), Isolation.HOST);
  }

  /** Where the code of a candidate runs. */
  Isolation isolationOf(String name) {
    return isolation.getOrDefault(name, otherwise);
  }
}
