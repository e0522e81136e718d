package org.muscat.host.child;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.ConfigReader;
import org.muscat.host.config.OptionDescriptor;
import org.muscat.host.config.Problems;
import org.muscat.host.config.Scalars;
import org.muscat.spi.config.Secret;

/** Finds the secrets in the options of a feed, which stay in the host. */
final class OptionSecrets {

  private static final String SECRET = "secret";

  private OptionSecrets() {}

  /**
   * The secrets by their references.
   *
   * @param problems gets those that are not there, and what is written in their place
   */
  static Map<String, Secret> of(
      ConfigNode config, List<OptionDescriptor> options, Problems problems) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (OptionDescriptor option : options) {
      if (option.type().equals(SECRET)) {
        written(config, option).forEach(node -> add(node, secrets, problems));
      }
    }
    return secrets;
  }

  private static List<ConfigNode> written(ConfigNode config, OptionDescriptor option) {
    List<ConfigNode> nodes = new ArrayList<>();
    if (config instanceof ConfigNode.Mapping mapping) {
      mapping.get(option.name()).ifPresent(nodes::add);
      option.formerNames().forEach(name -> mapping.get(name).ifPresent(nodes::add));
    }
    if (nodes.isEmpty() && !option.defaultValue().isEmpty()) {
      ConfigReader.parse("default", option.defaultValue(), new Problems()).ifPresent(nodes::add);
    }
    return nodes;
  }

  private static void add(ConfigNode node, Map<String, Secret> secrets, Problems problems) {
    if (node instanceof ConfigNode.Sequence sequence) {
      sequence.items().forEach(item -> add(item, secrets, problems));
    } else {
      Scalars.read(node, Secret.class, problems)
          .ifPresent(secret -> secrets.put(secret.reference(), secret));
    }
  }
}
