package org.muscat.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muscat.host.HostSettings;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Suggestion;
import org.muscat.host.load.Candidate;

/**
 * How plugins are treated. Immutable.
 *
 * @param host where they run and how patient the host is
 * @param onReject what becomes of the start when one is rejected
 * @param place where that is said
 * @param named where something is said of a single plugin, by the name of its folder or jar
 */
public record PluginsConfig(
    HostSettings host, MuscatYaml.OnReject onReject, Place place, Map<String, Place> named) {

  public PluginsConfig {
    named = Map.copyOf(named);
  }

  /** The default settings; Muscat goes on without a plugin that is rejected. */
  public static PluginsConfig defaults() {
    return new PluginsConfig(
        HostSettings.defaults(), MuscatYaml.OnReject.CONTINUE, NoPlace.of("plugins"), Map.of());
  }

  /**
   * Adds a problem for each plugin that is named and not there, and one for each bad verdict, if
   * Muscat is not to start with one.
   */
  public void refuse(LoadedPlugins plugins, Problems problems) {
    refuseUnknown(plugins, problems);
    refuseRejected(plugins, problems);
  }

  /** A slip of the pen would run a plugin in the host that is not to run there. */
  private void refuseUnknown(LoadedPlugins plugins, Problems problems) {
    Set<String> there =
        plugins.verdicts().stream()
            .map(verdict -> new Candidate(Path.of(verdict.location()), List.of()).name())
            .collect(Collectors.toSet());
    named.entrySet().stream()
        .filter(entry -> !there.contains(entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                problems.add(
                    entry.getValue(),
                    "no folder or jar of plugins has the name '"
                        + entry.getKey()
                        + "'"
                        + Suggestion.of(entry.getKey(), there)));
  }

  private void refuseRejected(LoadedPlugins plugins, Problems problems) {
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
                + ". "
                + verdict.fix());
      }
    }
  }
}
