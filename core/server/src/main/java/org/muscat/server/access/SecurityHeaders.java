package org.muscat.server.access;

import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/** Headers of every answer that tell browsers to be careful. */
final class SecurityHeaders {

  private static final String HSTS = "Strict-Transport-Security";
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
              + " form-action 'none'; frame-ancestors 'none'");

  private SecurityHeaders() {}

  /**
   * Adds them to an answer.
   *
   * @param configured instead or besides, by name
   * @param encrypted whether the answer goes over TLS; what browsers keep of it counts only there
   */
  static void add(HttpServerResponse response, Map<String, String> configured, boolean encrypted) {
    ALWAYS.forEach(response::putHeader);
    configured.forEach(
        (name, value) -> {
          if (encrypted || !name.equals(HSTS)) {
            response.putHeader(name, value);
          }
        });
  }
}
