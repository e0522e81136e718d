package org.muscat.server.deliver;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muscat.server.config.Build;

/**
 * An address that is sent to. Immutable.
 *
 * @param uri of http or https, with a host, without user information
 * @param credentials empty if it wants none
 */
public record HttpTarget(URI uri, Optional<Credentials> credentials) {

  private static final List<String> SCHEMES = List.of("http", "https");

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if nothing can be sent there; says why, and quotes no password
   */
  public static HttpTarget of(String address, Optional<Credentials> credentials) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("it is no address: " + e.getReason(), e);
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "it holds a user, and perhaps a password for all to see; there are options for both");
    }
    if (uri.getScheme() == null
        || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
        || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "'" + address + "' is no address such as https://host:9091/path");
    }
    if (uri.getRawFragment() != null) {
      throw new IllegalArgumentException("'" + address + "' has a fragment, which is sent nowhere");
    }
    return new HttpTarget(uri, credentials);
  }

  /** The address for messages: without its query, which may hold a key. */
  public String shown() {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }

  /** A request to a place under it, with who asks and the credentials. */
  HttpRequest.Builder request(URI place) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(place)
            .timeout(Sender.PATIENCE)
            .header("User-Agent", "muscat/" + Build.VERSION);
    credentials.ifPresent(who -> request.header("Authorization", who.header()));
    return request;
  }

  /** A request to the very place. */
  HttpRequest.Builder request() {
    return request(uri);
  }
}
