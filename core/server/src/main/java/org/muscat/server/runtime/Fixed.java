package org.muscat.server.runtime;

import java.util.List;
import java.util.Optional;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigText;
import org.muscat.host.config.Place;
import org.muscat.host.config.Problems;
import org.muscat.server.config.ServerConfig;

/** What a configuration cannot change while Muscat runs. */
final class Fixed {

  private static final List<String> SECTIONS =
      List.of("listen", "access", "http", "store", "metrics", "cross-origin", "plugins");

  private Fixed() {}

  /** Adds a problem for each section that says something else than before. */
  static void refuseChanges(ServerConfig before, ServerConfig after, Problems problems) {
    for (String section : SECTIONS) {
      Optional<ConfigNode> was = section(before, section);
      Optional<ConfigNode> is = section(after, section);
      if (!was.map(ConfigText::of).equals(is.map(ConfigText::of))) {
        problems.add(
            is.map(ConfigNode::place).orElseGet(() -> absent(after, section)),
            "'"
                + section
                + "' cannot change while Muscat runs; restart Muscat, or put back what it said");
      }
    }
  }

  private static Place absent(ServerConfig config, String section) {
    return config.root().withPath(section).place();
  }

  private static Optional<ConfigNode> section(ServerConfig config, String section) {
    return config.root() instanceof ConfigNode.Mapping mapping
        ? mapping.get(section)
        : Optional.empty();
  }
}
