package org.muscat.server.index;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muscat.host.LoadedPlugins;
import org.muscat.host.Verdict;
import org.muscat.server.config.Build;

/**
 * What computes: Muscat and the plugins that are loaded.
 *
 * @param muscat its version
 * @param plugins version of each by its id, in the order of the ids
 */
public record Programs(String muscat, Map<String, String> plugins) {

  public Programs {
    plugins = Collections.unmodifiableMap(new TreeMap<>(plugins));
  }

  /** The programs of this process. */
  public static Programs of(LoadedPlugins loaded) {
    Map<String, String> versions = new TreeMap<>();
    for (Verdict verdict : loaded.verdicts()) {
      if (verdict.code().isEmpty()) {
        versions.put(verdict.plugin(), verdict.version());
      }
    }
    return new Programs(Build.VERSION, versions);
  }

  /** In one line, such as {@code muscat 0.1.0, energy 0.1.0}. */
  public String text() {
    return "muscat "
        + muscat
        + plugins.entrySet().stream()
            .map(plugin -> ", " + plugin.getKey() + " " + plugin.getValue())
            .collect(Collectors.joining());
  }
}
