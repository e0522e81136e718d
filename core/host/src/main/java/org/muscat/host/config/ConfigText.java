package org.muscat.host.config;

import java.util.stream.Collectors;

/** What a part of a configuration says, wherever it is written. */
public final class ConfigText {

  private ConfigText() {}

  /**
   * The content in one line. Equal texts mean equal content; the order of keys and comments do not
   * matter, nor how it is written.
   */
  public static String of(ConfigNode node) {
    if (node instanceof ConfigNode.Mapping mapping) {
      return mapping.entries().stream()
          .map(entry -> quoted(entry.key()) + ": " + of(entry.value()))
          .sorted()
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof ConfigNode.Sequence sequence) {
      return sequence.items().stream()
          .map(ConfigText::of)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    ConfigNode.Scalar scalar = (ConfigNode.Scalar) node;
    return scalar.absent() ? "~" : quoted(scalar.text());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
