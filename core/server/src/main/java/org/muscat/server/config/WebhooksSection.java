package org.muscat.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muscat.host.config.ConfigNode;
import org.muscat.host.config.Problems;

/** The option {@code webhooks}: where webhooks may go. */
final class WebhooksSection {

  private static final List<String> SCHEMES = List.of("http", "https");

  private WebhooksSection() {}

  /** Reads the option; what is wrong goes to the problems. */
  static List<URI> read(ConfigNode node, Problems problems) {
    Section section = Section.of(node, problems, MuscatYaml.keys("webhooks"));
    List<URI> allowed = new ArrayList<>();
    for (String text : section.texts("allow")) {
      try {
        URI uri = new URI(text);
        if (isAddress(uri)) {
          allowed.add(uri);
          continue;
        }
      } catch (URISyntaxException e) {
        // told below, with the place
      }
      section.problem(
          "allow",
          "'"
              + text
              + "' is no address such as https://hooks.example/muscat, without user and query");
    }
    return allowed;
  }

  private static boolean isAddress(URI uri) {
    return uri.getScheme() != null
        && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.normalize().equals(uri);
  }
}
