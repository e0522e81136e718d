package org.muscat.server.config;

import org.muscat.host.HostSettings;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;

/**
 * How plugins are treated. Immutable.
 *
 * @param host where they run and how patient the host is
 * @param onReject what becomes of the start when one is rejected
 * @param place where that is said
 */
public record PluginsConfig(HostSettings host, MuscatYaml.OnReject onReject, Place place) {

  /** The default settings; Muscat goes on without a plugin that is rejected. */
  public static PluginsConfig defaults() {
    return new PluginsConfig(
        HostSettings.defaults(), MuscatYaml.OnReject.CONTINUE, NoPlace.of("plugins"));
  }

  /** Adds a problem for each bad verdict, if Muscat is not to start with one. */
  public void refuse(LoadedPlugins plugins, Problems problems) {
    if (onReject != MuscatYaml.OnReject.FAIL) {
      return;
    }
    for (Verdict verdict : plugins.verdicts()) {
      if (!verdict.code().isEmpty()) {
        problems.add(
            place,
            verdict.code(),
            "plugin '"
                + verdict.plugin()
                + "' ("
                + verdict.location()
                + ") is rejected: "
                + verdict.cause()
                + " "
                + verdict.fix());
      }
    }
  }
}
