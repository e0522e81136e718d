package org.muscat.server.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Several lines of a header that is a list mean one list (RFC 9110, section 5.3). The router reads
 * the first line only.
 */
final class HeaderLines {

  private static final List<CharSequence> LISTS =
      List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING);

  private HeaderLines() {}

  /** Makes one line of several, before the router reads them. */
  static void join(HttpServerRequest request) {
    for (CharSequence name : LISTS) {
      List<String> lines = request.headers().getAll(name);
      if (lines.size() > 1) {
        request.headers().set(name, String.join(",", lines));
      }
    }
  }
}
