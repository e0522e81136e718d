package org.muscat.server.http;

import com.google.inject.Inject;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.muscat.server.document.Documents;
import org.muscat.server.document.Json;
import org.muscat.server.quarantine.Quarantine;
import org.muscat.server.quarantine.QuarantineWatch;

/** Shows plugins, and takes them out of service and back. Runs on a query thread. */
final class PluginHandlers {

  private final Documents documents;
  private final QuarantineWatch quarantine;

  @Inject
  PluginHandlers(Documents documents, QuarantineWatch quarantine) {
    this.documents = documents;
    this.quarantine = quarantine;
  }

  String all(RoutingContext context) {
    return Json.compact(documents.plugins());
  }

  /** Lets nothing of a plugin be called; answers with the verdicts. */
  String quarantine(RoutingContext context) {
    String plugin = context.pathParam("plugin");
    String reason = reason(context);
    require(plugin, () -> quarantine.quarantine(plugin, reason));
    return Json.compact(documents.plugin(plugin));
  }

  /** Lets a plugin be called again; answers with the verdicts. */
  String release(RoutingContext context) {
    String plugin = context.pathParam("plugin");
    require(plugin, () -> quarantine.release(plugin));
    return Json.compact(documents.plugin(plugin));
  }

  private static String reason(RoutingContext context) {
    String text = context.body().asJsonObject().getString("reason").strip();
    if (!Quarantine.isReason(text)) {
      throw Problem.unprocessable(
          new FieldError(
              "body",
              "/reason",
              text,
              "is not one line of at most " + Quarantine.LONGEST_REASON + " characters"));
    }
    return text;
  }

  /** Nothing has changed if the quarantine cannot be read or written. */
  private static void require(String plugin, BooleanSupplier change) {
    try {
      if (!change.getAsBoolean()) {
        throw unknown(plugin);
      }
    } catch (UncheckedIOException e) {
      throw Problem.internal("nothing has changed: " + e.getMessage());
    }
  }

  private static Problem unknown(String plugin) {
    return Problem.notFound(
        new FieldError("path", "plugin", plugin, "is not loaded"),
        "no plugin '" + plugin + "' is loaded; see /api/v1/plugins");
  }
}
