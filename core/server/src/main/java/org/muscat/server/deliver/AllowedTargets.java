package org.muscat.server.deliver;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The addresses that webhooks may go to: those that whoever keeps the configuration has named, and
 * all below them. Immutable.
 *
 * @param addresses of http or https, with a host
 */
public record AllowedTargets(List<URI> addresses) {

  public AllowedTargets {
    addresses = List.copyOf(addresses);
  }

  /** Whether an address is one of them, or below one. */
  public boolean allow(HttpTarget target) {
    return isPlain(target.uri())
        && addresses.stream().anyMatch(allowed -> isAtOrBelow(target.uri(), allowed));
  }

  private static boolean isAtOrBelow(URI uri, URI allowed) {
    return scheme(uri).equals(scheme(allowed))
        && uri.getHost().equalsIgnoreCase(allowed.getHost())
        && port(uri) == port(allowed)
        && (path(uri) + "/").startsWith(path(allowed) + "/");
  }

  /** What a server may read as a step upwards would lead out of what is allowed. */
  private static boolean isPlain(URI uri) {
    String path = uri.getRawPath().toLowerCase(Locale.ROOT);
    return uri.normalize().equals(uri) && !path.contains("%2e") && !path.contains("%2f");
  }

  private static String path(URI uri) {
    return uri.getRawPath().replaceAll("/+$", "");
  }

  private static String scheme(URI uri) {
    return uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return scheme(uri).equals("https") ? 443 : 80;
  }
}
