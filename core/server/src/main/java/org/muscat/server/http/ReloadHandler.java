package org.muscat.server.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
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
    try {
      return Json.compact(reloading.reload());
    } catch (ConfigException e) {
      throw Problem.unusable(e.problems());
    }
  }
}
