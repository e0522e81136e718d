package org.muscat.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;

/** The option {@code cross-origin}: whose pages may read the API. */
final class CrossOriginSection {

  /** As browsers write it: in small letters, without a path. */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?");

  private CrossOriginSection() {}

  /** Reads the option; what is wrong goes to the problems. */
  static List<String> read(ConfigNode node, Problems problems) {
    Section section = Section.of(node, problems, MuscatYaml.keys("cross-origin"));
    List<String> allowed = new ArrayList<>();
    for (String text : section.texts("allow")) {
      if (ORIGIN.matcher(text).matches()) {
        allowed.add(text);
      } else {
        section.problem(
            "allow",
            "'"
                + text
                + "' is no origin such as https://dashboards.example:8443, in small letters and"
                + " without a path");
      }
    }
    return allowed;
  }
}
