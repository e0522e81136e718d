package org.muscat.server.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.muscat.server.config.ConfigException;
import org.muscat.server.document.Json;

/** Answers {@code POST /-/reload}. Runs on a thread of its own. */
final class ReloadHandler {

  private final Reloading reloading;

  @Inject
  ReloadHandler(Reloading reloading) {
    this.reloading = reloading;
  }

  String reload(RoutingContext context) {
    refusePagesOfOthers(context.request());
    try {
      return Json.compact(reloading.reload());
    } catch (ConfigException e) {
      throw Problem.unusable(e.problems());
    }
  }

  /** Browsers say whose page it is that posts; other clients say nothing. */
  private static void refusePagesOfOthers(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    boolean isOfOther =
        (site != null && !site.equals("same-origin") && !site.equals("none"))
            || (origin != null && !isOfHost(origin, request.getHeader("Host")));
    if (isOfOther) {
      throw Problem.forbidden(
          "a page of another origin cannot reload the configuration; use curl -X POST");
    }
  }

  private static boolean isOfHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(new URI(origin).getAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
