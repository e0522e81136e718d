package org.muscat.server.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muscat.host.LoadedPlugins;
import org.muscat.server.config.Build;
import org.muscat.spi.PluginDescriptor;

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

  /** The programs of this process; how the plugins fare makes no difference. */
  public static Programs of(LoadedPlugins loaded) {
    return new Programs(
        Build.VERSION,
        loaded.descriptors().stream()
            .collect(Collectors.toMap(PluginDescriptor::id, PluginDescriptor::version)));
  }

  /**
   * What others, told in one line as {@link #text} tells it, have that these have not.
   *
   * @return one sentence for each difference, such as {@code plugin energy was 0.1.0 and is 0.2.0};
   *     none if they are the same
   */
  public List<String> differencesFrom(String then) {
    Map<String, String> before = versions(then);
    Map<String, String> now = versions(text());
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String was = before.getOrDefault(name, "absent");
      String is = now.getOrDefault(name, "absent");
      if (!was.equals(is)) {
        differences.add(name + " was " + was + " and is " + is);
      }
    }
    return differences;
  }

  private static Map<String, String> versions(String text) {
    Map<String, String> versions = new TreeMap<>();
    for (String program : text.split(", ", -1)) {
      int space = program.lastIndexOf(' ');
      String name = space < 0 ? program : program.substring(0, space);
      String label = versions.isEmpty() ? name : "plugin " + name;
      versions.put(label, space < 0 ? "" : program.substring(space + 1));
    }
    return versions;
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
