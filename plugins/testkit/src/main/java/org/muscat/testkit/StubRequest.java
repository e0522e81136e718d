package org.muscat.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request that a {@link StubServer} got.
 *
 * @param method such as {@code GET}
 * @param target path and parameters as sent
 * @param headers by name in any case
 */
public record StubRequest(String method, String target, Map<String, String> headers) {

  /** The target without parameters. */
  public String path() {
    return target.split("\\?", 2)[0];
  }

  /** A parameter, decoded. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters().get(name));
  }

  /** All parameters, decoded. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    int start = target.indexOf('?');
    if (start >= 0) {
      for (String pair : target.substring(start + 1).split("&", -1)) {
        String[] parts = pair.split("=", 2);
        parameters.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return parameters;
  }

  /** A header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
