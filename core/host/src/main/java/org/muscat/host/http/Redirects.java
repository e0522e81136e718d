package org.muscat.host.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;

/** Where a redirect leads, and whether it may be followed. */
final class Redirects {

  static final int MOST = 5;

  private Redirects() {}

  /**
   * The address that an answer sends to.
   *
   * @param shown what was asked, for messages
   * @throws FeedException {@code SOURCE_CHANGED} if it leads out of http and https, {@code
   *     UNTRUSTED} if it leads from https to http or carries a secret to another host
   */
  static URI next(URI from, RawAnswer answer, String shown, Redactor redactor)
      throws FeedException {
    String location = answer.header("Location").orElse("");
    URI to;
    try {
      to = from.resolve(new URI(location));
    } catch (URISyntaxException e) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          shown + " redirects to what is no address: '" + redactor.redact(location) + "'",
          e);
    }
    String scheme = lower(to.getScheme());
    if (!(scheme.equals("https") || scheme.equals("http")) || to.getHost() == null) {
      throw new FeedException(
          Reason.SOURCE_CHANGED,
          shown + " redirects out of the web: '" + redactor.redact(to.toString()) + "'");
    }
    if (scheme.equals("http") && lower(from.getScheme()).equals("https")) {
      throw new FeedException(
          Reason.UNTRUSTED,
          shown + " redirects from https to http: '" + redactor.redact(to.toString()) + "'");
    }
    if (!isSameServer(from, to) && redactor.knowsOneIn(to.toString())) {
      throw new FeedException(
          Reason.UNTRUSTED,
          shown + " redirects with a secret to another host, " + to.getHost() + "; not followed");
    }
    return to;
  }

  /** Whether secrets for one may be sent to the other. */
  static boolean isSameServer(URI from, URI to) {
    boolean sameHost = lower(from.getHost()).equals(lower(to.getHost()));
    boolean upgraded = port(from) == 80 && port(to) == 443;
    return sameHost && (port(from) == port(to) || upgraded);
  }

  private static int port(URI address) {
    return address.getPort() >= 0
        ? address.getPort()
        : lower(address.getScheme()).equals("https") ? 443 : 80;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
