package org.muscat.host.http;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.muscat.spi.FeedException;
import org.muscat.spi.FeedException.Reason;
import org.muscat.spi.HttpQuery;
import org.muscat.spi.config.Secret;

/**
 * A query with its secrets filled in, ready to be sent. Not to be shown.
 *
 * @param address with all parameters
 * @param headers without secret ones
 * @param secretHeaders for the server of the address alone
 */
record Sending(URI address, Map<String, String> headers, Map<String, String> secretHeaders) {

  /**
   * Looks the secrets of a query up.
   *
   * @param redactor learns them
   * @throws FeedException {@code CONFIGURATION} if one is not there, or the address is none of http
   *     or https
   */
  static Sending of(HttpQuery query, String userAgent, Redactor redactor) throws FeedException {
    String scheme = query.address().getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      throw new FeedException(
          Reason.CONFIGURATION,
          "'" + query.redactedUrl() + "' is no address of http or https; correct it");
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("User-Agent", userAgent);
    headers.put("Accept-Encoding", query.headers().containsKey("Range") ? "identity" : "gzip");
    headers.putAll(query.headers());
    Map<String, String> secret = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    try {
      query.secrets().forEach(one -> redactor.add(one.reveal()));
      query.secretHeaders().forEach((name, value) -> secret.put(name, inHeader(name, value)));
      return new Sending(URI.create(query.url()), headers, secret);
    } catch (IllegalStateException e) {
      throw new FeedException(Reason.CONFIGURATION, query + " is not sent: " + e.getMessage(), e);
    }
  }

  private static String inHeader(String name, Secret secret) {
    String value = secret.reveal();
    if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalStateException(
          secret + " cannot stand in the header " + name + ": it has other characters than ASCII");
    }
    return value;
  }

  /** The headers for a server: secret ones only if it is that of the address. */
  Map<String, String> headersFor(URI server) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    if (Redirects.isSameServer(address, server)) {
      all.putAll(secretHeaders);
    }
    return all;
  }
}
